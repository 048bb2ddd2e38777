import { ComparePicker } from '../components/compare-picker.tsx';
import { DefinitionDifferences } from '../components/definition-differences.tsx';
import { DemandDifferences } from '../components/demand-differences.tsx';
import { EffectDifferences } from '../components/effect-differences.tsx';
import { FileDifferences } from '../components/file-differences.tsx';
import { ObjectDifferences } from '../components/object-differences.tsx';
import { StepVerdictNotice } from '../components/step-verdict-notice.tsx';
import { TextDiff } from '../components/text-diff.tsx';
import { ValueChangeTable } from '../components/value-change-table.tsx';
import { ValuesForm } from '../components/values-form.tsx';
import { ValuesResult } from '../components/values-result.tsx';
import { addon } from './samples/addon.ts';
import { diff, sameDiff, smallStepDiff, textDiff } from './samples/diff.ts';
import { refusedValues, validValues } from './samples/values.ts';
import type { GalleryEntry } from './types.ts';

const state = { from: '1.4.2', to: '2.0.0' };

/** What stands on the page that compares two versions. */
export const compareEntries: readonly GalleryEntry[] = [
  {
    component: 'compare-picker',
    states: [
      { name: 'two chosen', draw: (context) => <ComparePicker context={context} addon={addon} state={state} /> },
    ],
  },
  {
    component: 'step-verdict-notice',
    states: [
      { name: 'breaking and announced', draw: (context) => <StepVerdictNotice context={context} diff={diff} /> },
      { name: 'not announced', draw: (context) => <StepVerdictNotice context={context} diff={smallStepDiff} /> },
      { name: 'nothing breaks', draw: (context) => <StepVerdictNotice context={context} diff={sameDiff} /> },
    ],
  },
  {
    component: 'value-change-table',
    states: [
      {
        name: 'breaking and not',
        draw: (context) => (
          <ValueChangeTable context={context} caption="Changed parameters" diff={diff} changes={diff.parameters} />
        ),
      },
    ],
  },
  {
    component: 'definition-differences',
    states: [
      { name: 'changed and removed', draw: (context) => <DefinitionDifferences context={context} diff={diff} /> },
    ],
  },
  {
    component: 'demand-differences',
    states: [{ name: 'narrowed and added', draw: (context) => <DemandDifferences context={context} diff={diff} /> }],
  },
  {
    component: 'effect-differences',
    states: [{ name: 'appeared', draw: (context) => <EffectDifferences context={context} diff={diff} /> }],
  },
  {
    component: 'object-differences',
    states: [
      { name: 'changed and added', draw: (context) => <ObjectDifferences context={context} objects={diff.objects} /> },
    ],
  },
  {
    component: 'file-differences',
    states: [
      {
        name: 'with a text',
        draw: (context) => (
          <FileDifferences context={context} addon={addon} diff={diff} state={state} texts={[textDiff]} />
        ),
      },
    ],
  },
  {
    component: 'text-diff',
    states: [
      {
        name: 'unified',
        draw: (context) => <TextDiff context={context} addon={addon} diff={diff} state={state} text={textDiff} />,
      },
      {
        name: 'split',
        draw: (context) => (
          <TextDiff context={context} addon={addon} diff={diff} state={{ ...state, view: 'split' }} text={textDiff} />
        ),
      },
      ...(['binary', 'tooLarge', 'folded'] as const).map((kind): GalleryEntry['states'][number] => ({
        name: kind,
        draw: (context) => (
          <TextDiff
            context={context}
            addon={addon}
            diff={diff}
            state={state}
            text={{ path: 'template.cue', view: { kind } }}
          />
        ),
      })),
    ],
  },
  {
    component: 'values-form',
    states: [
      {
        name: 'empty',
        draw: (context) => <ValuesForm context={context} addon={addon} state={state} diff={diff} values={undefined} />,
      },
      {
        name: 'no YAML',
        draw: (context) => (
          <ValuesForm
            context={context}
            addon={addon}
            state={state}
            diff={diff}
            values={{
              text: 'tower: [',
              outcome: { kind: 'unread', line: 1, column: 9, message: 'the list does not end' },
            }}
          />
        ),
      },
    ],
  },
  {
    component: 'values-result',
    states: [
      { name: 'still valid', draw: (context) => <ValuesResult context={context} diff={diff} check={validValues} /> },
      { name: 'refused', draw: (context) => <ValuesResult context={context} diff={diff} check={refusedValues} /> },
    ],
  },
];
