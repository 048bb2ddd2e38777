import { findLast, listCueDefinitions } from '../cue-definitions.ts';
import { definitionKinds } from '../definition-kinds.ts';
import { definitionExample } from '../examples.ts';
import { hitAt, hitAtField } from '../hits.ts';
import type { Rule } from '../types.ts';
import { findEntry, findText } from '../yaml-file.ts';

const kinds = [...definitionKinds.values()];

/** Objects in `definitions/` that the client cannot install as definitions. */
export const definitionUnsupportedKind: Rule = {
  id: 'definition/unsupported-kind',
  severity: 'error',
  title: 'Something in definitions/ that is no definition an addon can install',
  reason:
    'The client installs component, trait, policy and workflow-step definitions from `definitions/`. At any other kind, WorkloadDefinition included, it stops with `cannot handle definition types`, and the addon cannot be enabled.',
  fix: 'Move other objects to `resources/`, and turn a workload definition into a component definition.',
  wrong: [definitionExample({ kind: 'WorkloadDefinition' })],
  right: [definitionExample({ kind: 'TraitDefinition' })],
  *check(subject) {
    for (const file of subject.documents.listYaml('definition')) {
      const kind = findText(file.root, 'kind');
      if (kind === undefined || kinds.includes(kind)) continue;
      const position = findEntry(file.root, 'kind')?.position ?? { line: 1, column: 1 };
      yield hitAt(file, position, `An addon cannot install a \`${kind}\` from definitions/.`);
    }
    for (const { file, headFields } of listCueDefinitions(subject)) {
      const type = findLast(headFields, 'type');
      if (type?.string === undefined || definitionKinds.has(type.string)) continue;
      yield hitAtField(file, type, `An addon cannot install a definition of the type \`${type.string}\`.`);
    }
  },
};
