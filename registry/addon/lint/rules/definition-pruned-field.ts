import { listLinesWithout } from '../definition-kinds.ts';
import { definitionExample } from '../examples.ts';
import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';
import { findEntry, findText, listEntries } from '../yaml-file.ts';

/** Fields of definitions in YAML that the API server removes. */
export const definitionPrunedField: Rule = {
  id: 'definition/pruned-field',
  severity: 'warning',
  title: 'Field that this kind of definition does not have',
  reason:
    'The API server removes fields of a spec that the CustomResourceDefinition does not have, without a message. A component definition with `appliesToWorkloads`, which is for traits, loses it.',
  fix: 'Remove the field, or move it to a definition of the kind that has it.',
  wrong: [definitionExample({ kind: 'ComponentDefinition', spec: '  appliesToWorkloads: ["*"]\n' })],
  right: [definitionExample({ kind: 'TraitDefinition', spec: '  appliesToWorkloads: ["*"]\n' })],
  *check({ documents }) {
    for (const file of documents.listYaml('definition')) {
      const kind = findText(file.root, 'kind') ?? '';
      for (const { key, position } of listEntries(findEntry(file.root, 'spec')?.value)) {
        const lines = listLinesWithout(kind, key, { ignoreCase: false });
        // A field of a later line is harmless on the earlier ones.
        if (!lines.includes('1.11')) continue;
        yield hitAt(file, position, `A ${kind} has no field \`${key}\`; the API server removes it.`);
      }
    }
  },
};
