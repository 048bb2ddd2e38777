import type { Finding } from '../../schemas/finding.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { Engines } from '../engine/types.ts';
import { compareFindings } from '../findings.ts';
import { createArgumentSecret } from './argument-secret.ts';
import { isApplied } from './bind-component.ts';
import { annotateDefinitions } from './definition-annotations.ts';
import { findDefinitionCrash } from './definition-crash.ts';
import { loadAddon } from './load-addon.ts';
import { type ApplicationStage, renderApplication } from './render-application.ts';
import { renderConfigTemplates } from './render-config-templates.ts';
import { renderDefinitions } from './render-definitions.ts';
import { renderNotes } from './render-notes.ts';
import { createRenderSession, type RenderSession } from './render-session.ts';
import { renderUiSchemas } from './render-ui-schemas.ts';
import { renderViews } from './render-views.ts';
import { done, failedWith, type StageFault, type StageOutcome } from './stage-outcome.ts';
import type { RefusedAddon, RenderedObject, RenderOptions, RenderOutcome, RenderStage } from './types.ts';

/** What the installer says in front of the message of a stage (`pkg/addon/addon.go`, dispatchAddonResource). */
const stageWords: Readonly<Record<RenderStage, string>> = {
  load: '',
  application: 'render addon application fail: ',
  definitions: 'render addon definitions fail: ',
  conflicts: '',
  'config-templates': 'render the config template fail: ',
  'ui-schemas': "render addon definitions' schema fail: ",
  views: 'render addon views fail: ',
  annotations: "cannot pass definition to addon app's annotation: ",
};

/**
 * Renders everything that enabling an addon writes on one release line, equal to what `vela addon enable` of that line writes,
 * or says why that core refuses it. All stages run, each alone, so that all findings come at once. Content never makes it throw.
 */
export async function renderAddon(
  { engines }: { readonly engines: Engines },
  options: RenderOptions,
): Promise<RenderOutcome> {
  const session = createRenderSession(engines, options);
  const [loaded, definitions, configTemplates, views, notes] = await Promise.all([
    loadAddon(session),
    renderDefinitions(session),
    renderConfigTemplates(session),
    renderViews(session),
    renderNotes(session),
  ]);
  const application = await renderApplication(session, loaded.ok ? loaded.value : { yamlApplication: undefined });
  const uiSchemas = renderUiSchemas(session);
  const written = definitions.ok ? done(definitions.value.objects) : definitions;
  const crash = written.ok ? await findDefinitionCrash(session, written.value) : undefined;
  const others = [
    { stage: 'definitions', outcome: written },
    { stage: 'conflicts', outcome: failedWith(crash === undefined ? [] : [crash]) ?? done([]) },
    { stage: 'config-templates', outcome: configTemplates },
    { stage: 'ui-schemas', outcome: uiSchemas },
    { stage: 'views', outcome: views },
  ] as const;
  const annotated = annotate(session, { application, definitions: written });
  const stages = [
    { stage: 'load', outcome: loaded },
    { stage: 'application', outcome: application },
    ...others,
    { stage: 'annotations', outcome: annotated },
  ] as const;
  const failed = stages.flatMap(({ stage, outcome }) => (outcome.ok ? [] : [{ stage, faults: outcome.faults }]));
  const objects = others.flatMap(({ outcome }) => (outcome.ok ? outcome.value : []));
  if (failed.length > 0 || !annotated.ok || !application.ok) {
    return refuse({ failed, partial: collectPartial(application, objects) });
  }
  const secret = createArgumentSecret(session.addon.metadata.name, options.parameters);
  return {
    kind: 'rendered',
    application: { ...application.value.application, object: annotated.value, applied: true },
    auxiliary: [...application.value.outputs, ...objects].map((each) => mark(each, annotated.value)),
    ...(notes.ok && notes.value !== undefined ? { notes: notes.value } : {}),
    ...(secret === undefined ? {} : { secret }),
    warnings: [
      ...listLoadWarnings(session),
      ...application.value.warnings,
      ...(notes.ok
        ? []
        : [`fail to render notes for addon ${session.addon.metadata.name}: ${notes.faults[0].message}`]),
    ],
    findings: [...(definitions.ok ? definitions.value.findings : []), ...(notes.ok ? [] : listFindings(notes.faults))],
  };
}

type Unmarked = Omit<RenderedObject, 'applied'>;

function annotate(
  session: RenderSession,
  stages: {
    readonly application: StageOutcome<ApplicationStage>;
    readonly definitions: StageOutcome<readonly Unmarked[]>;
  },
): StageOutcome<JsonObject> {
  const { application, definitions } = stages;
  if (!application.ok) return done({});
  const { object } = application.value.application;
  return definitions.ok ? annotateDefinitions(session, object, definitions.value) : done(object);
}

function mark(rendered: Unmarked, application: JsonObject): RenderedObject {
  return { ...rendered, applied: isApplied(rendered.object, application) };
}

function collectPartial(
  application: StageOutcome<ApplicationStage>,
  objects: readonly Unmarked[],
): readonly RenderedObject[] {
  if (!application.ok) return objects.map((each) => ({ ...each, applied: true }));
  const { application: rendered, outputs } = application.value;
  return [rendered, ...outputs, ...objects].map((each) => mark(each, rendered.object));
}

interface Failures {
  readonly failed: readonly { readonly stage: RenderStage; readonly faults: readonly [StageFault, ...StageFault[]] }[];
  readonly partial: readonly RenderedObject[];
}

function refuse({ failed, partial }: Failures): RefusedAddon {
  // The client stops at the load and gets to no stage.
  const told = failed[0]?.stage === 'load' ? failed.slice(0, 1) : failed;
  const stages = told.map(({ stage, faults }) => ({ stage, message: faults[0].message }));
  const [first] = stages;
  const faults = failed.flatMap((each) => each.faults);
  return {
    kind: 'refused',
    message: first === undefined ? '' : `${stageWords[first.stage]}${first.message}`,
    stages,
    findings: listFindings(faults),
    incomplete: faults.every(({ incomplete }) => incomplete),
    partial,
  };
}

function listFindings(faults: readonly StageFault[]): readonly Finding[] {
  const findings = faults.flatMap((fault) => fault.findings);
  const seen = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...seen.values()].sort(compareFindings);
}

function listLoadWarnings({ addon }: RenderSession): readonly string[] {
  if (!addon.hasTwoParameterFiles) return [];
  return [
    'both legacy parameter and global parameter are provided, but only global parameter will be used. Consider removing the legacy parameters.',
  ];
}
