import { definitionKinds } from '../definition-kinds.ts';
import { definitionExample } from '../examples.ts';
import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';
import { findEntry, findText } from '../yaml-file.ts';

const kinds = [...definitionKinds.values()];

/** Definitions of an API version that no supported cluster serves. */
export const definitionOldApiVersion: Rule = {
  id: 'definition/old-api-version',
  severity: 'warning',
  title: 'Definition of an API version that is gone',
  reason:
    'KubeVela serves definitions as `core.oam.dev/v1beta1` only. With another API version the client stops at its search for conflicting definitions: `no matches for kind`.',
  fix: 'Write `apiVersion: core.oam.dev/v1beta1`.',
  wrong: [definitionExample({ kind: 'TraitDefinition', apiVersion: 'core.oam.dev/v1alpha2' })],
  right: [definitionExample({ kind: 'TraitDefinition' })],
  *check({ documents }) {
    for (const file of documents.listYaml('definition')) {
      const apiVersion = findText(file.root, 'apiVersion');
      if (!kinds.includes(findText(file.root, 'kind') ?? '') || apiVersion === 'core.oam.dev/v1beta1') continue;
      const position = findEntry(file.root, 'apiVersion')?.position ?? { line: 1, column: 1 };
      yield hitAt(file, position, `No cluster serves definitions as \`${apiVersion ?? ''}\`.`);
    }
  },
};
