import { definitionExample } from '../examples.ts';
import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';
import { findEntry, findText } from '../yaml-file.ts';

/** Definitions in YAML that name no namespace. */
export const definitionNoNamespace: Rule = {
  id: 'definition/no-namespace',
  severity: 'info',
  title: 'Definition without a namespace',
  reason:
    'An addon installs its definitions in vela-system whatever they say. People who apply the file by hand get it in their current namespace instead, where only applications of that namespace find it.',
  fix: 'Add `namespace: vela-system` under `metadata`.',
  wrong: [definitionExample({ kind: 'TraitDefinition', namespace: undefined })],
  right: [definitionExample({ kind: 'TraitDefinition' })],
  *check({ documents }) {
    for (const file of documents.listYaml('definition')) {
      if (!findText(file.root, 'kind')?.endsWith('Definition') || findText(file.root, 'metadata', 'namespace'))
        continue;
      const place = findEntry(file.root, 'metadata')?.position ?? { line: 1, column: 1 };
      yield hitAt(file, place, 'The definition names no namespace.');
    }
  },
};
