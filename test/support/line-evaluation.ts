import { digestOf } from '../../registry/digest.ts';
import type { LineEvaluation } from '../../registry/evaluation/types.ts';
import type { LineEvaluationRecord } from '../../registry/storage/types.ts';
import type { DefinitionFacts } from '../../schemas/definition.ts';
import { aFinding } from './version-entry.ts';

/** A valid definition; its digest follows its text. */
export function aDefinition(change: Partial<DefinitionFacts> & { readonly text?: string } = {}): DefinitionFacts {
  const { text = 'template: {}', ...fields } = change;
  return {
    kind: 'component',
    name: 'helm',
    file: 'definitions/helm.cue',
    form: 'cue',
    apiVersion: 'core.oam.dev/v1beta1',
    schematic: 'cue',
    description: 'a Helm release, 发布',
    deprecated: false,
    appliesTo: [],
    conflictsWith: [],
    imports: ['strings'],
    digest: digestOf(text),
    ...fields,
  };
}

/** What a line says of the content that `anEntry` makes of the same word. */
export function aLineEvaluation(
  change: Partial<Omit<LineEvaluation, 'facts'>> & {
    readonly content?: string;
    readonly ruleSet?: string;
    readonly facts?: Partial<LineEvaluation['facts']>;
  } = {},
): LineEvaluationRecord {
  const { content = 'content', ruleSet = 'lines-1', facts, ...fields } = change;
  const line = fields.line ?? '1.10';
  return {
    treeDigest: digestOf(`tree ${content}`),
    ruleSet,
    evaluation: {
      line,
      render: 'works',
      parameters: [],
      findings: [{ ...aFinding(`a tag stands twice, says ${line}`), for: [line] }],
      ...fields,
      facts: {
        definitions: [aDefinition()],
        parameters: [{ name: 'image', type: 'string', optional: false, required: true }],
        definitionParameters: [
          { kind: 'component', name: 'helm', parameters: [{ path: 'chart', usage: 'which chart, 图表' }] },
        ],
        effects: [],
        uses: [],
        links: [{ url: 'https://charts.example.com', file: 'template.cue', line: 3, column: 5 }],
        ...facts,
      },
    },
  };
}
