import { FormFieldView } from '../components/form-field.tsx';
import { FieldHelp, FieldMessages } from '../components/form-field-parts.tsx';
import { FormLeaf } from '../components/form-leaf.tsx';
import { ManifestCopies } from '../components/manifest-copies.tsx';
import { ManifestLines, toLineRuns } from '../components/manifest-lines.tsx';
import { ManifestView } from '../components/manifest-view.tsx';
import { ParameterForm } from '../components/parameter-form.tsx';
import { ParameterStudio } from '../components/parameter-studio.tsx';
import type { FormContext } from '../context/form/form-context.ts';
import type { FormField } from '../context/form/form-model.ts';
import { toStudioState } from '../context/form/studio-data.ts';
import type { PageContext } from '../context/page-context.ts';
import { description, draft, preview, refusedPreview, studioPlace } from './samples/parameters.ts';
import type { GalleryEntry, GalleryState } from './types.ts';

const { model } = toStudioState(description, draft, undefined);
const noNotes = { messages: new Map<string, readonly string[]>(), missing: new Set<string>() };
const documents = preview.outcome.kind === 'rendered' ? preview.outcome.documents : [];

function toFormContext({ strings, links }: PageContext): FormContext {
  return { text: strings, live: false, action: studioPlace.action, toRule: links.rule, opened: new Set(['/tower']) };
}

/** The form gives each field to its own place, so fields are drawn out of the whole form. */
function toFieldState(field: FormField): GalleryState {
  return {
    name: field.name,
    draw: (context) => <FormFieldView context={toFormContext(context)} field={field} notes={noNotes} />,
  };
}

function toLeafStates(field: FormField): readonly GalleryState[] {
  const { control } = field;
  if (!('raw' in control)) return [];
  return [[], ['must be one of those that there are']].map((messages) => ({
    name: `${field.name}, ${messages.length === 0 ? 'right' : 'wrong'}`,
    draw: (context) => (
      <FormLeaf context={toFormContext(context)} field={field} control={control} messages={messages} />
    ),
  }));
}

/** The form for parameters and the manifest beside it. */
export const formEntries: readonly GalleryEntry[] = [
  { component: 'form-field', states: model.fields.map(toFieldState) },
  { component: 'form-leaf', states: model.fields.flatMap(toLeafStates) },
  {
    component: 'form-field-parts',
    states: [
      ...model.fields.slice(0, 1).map(
        (field): GalleryState => ({
          name: 'help',
          draw: (context) => <FieldHelp context={toFormContext(context)} field={field} id="help" />,
        }),
      ),
      { name: 'messages', draw: () => <FieldMessages id="messages" messages={['must be greater than 0']} /> },
    ],
  },
  {
    component: 'parameter-form',
    states: [
      {
        name: 'with YAML that has a fault',
        draw: (context) => (
          <ParameterForm
            context={toFormContext(context)}
            model={model}
            notes={noNotes}
            yaml="tower: ["
            yamlFaults={[{ pointer: '', message: 'the list does not end', line: 1, column: 9 }]}
          />
        ),
      },
    ],
  },
  {
    component: 'parameter-studio',
    states: [
      {
        name: 'with a manifest',
        draw: (context) => (
          <ParameterStudio
            context={toFormContext(context)}
            place={studioPlace}
            description={description}
            draft={draft}
            preview={preview}
          />
        ),
      },
    ],
  },
  {
    component: 'manifest-view',
    states: [
      { name: 'rendered', preview },
      { name: 'refused', preview: refusedPreview },
      ...(['busy', 'tooLarge', 'pending', 'failed'] as const).map((trouble) => ({ name: trouble, trouble })),
    ].map(({ name, ...shown }) => ({
      name,
      draw: (context) => (
        <ManifestView
          context={toFormContext(context)}
          preview={undefined}
          trouble={undefined}
          {...shown}
          incomplete={false}
          bundleHref={studioPlace.bundleUrl}
        />
      ),
    })),
  },
  {
    component: 'manifest-lines',
    states: documents.map((document) => ({
      name: document.state,
      draw: (context) => <ManifestLines context={toFormContext(context)} runs={toLineRuns(document)} />,
    })),
  },
  {
    component: 'manifest-copies',
    states: [
      {
        name: 'with a secret',
        draw: (context) => (
          <ManifestCopies
            context={toFormContext(context)}
            enabled={{ registry: 'harbour', addon: 'lantern', version: '2.0.0' }}
            values={{ tower: { height: 30 }, accessToken: 'open-sesame' }}
            secrets={['/accessToken']}
            application={undefined}
            bundleUrl={studioPlace.bundleUrl}
            pageUrl={studioPlace.pageUrl}
            lockEntry="harbour/lantern@2.0.0"
          />
        ),
      },
      {
        name: 'too long for an address',
        draw: (context) => (
          <ManifestCopies
            context={toFormContext(context)}
            enabled={{ registry: 'harbour', addon: 'lantern', version: '2.0.0' }}
            values={{}}
            secrets={[]}
            application={'kind: Application\n'}
            bundleUrl={undefined}
            pageUrl={undefined}
            lockEntry="harbour/lantern@2.0.0"
          />
        ),
      },
    ],
  },
];
