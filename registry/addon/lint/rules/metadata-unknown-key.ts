import { metadataExample } from '../examples.ts';
import { hitAt } from '../hits.ts';
import { isKnownKey, metadataKeys } from '../metadata-keys.ts';
import { findNearest } from '../nearest.ts';
import type { Rule } from '../types.ts';
import { findEntry, listEntries, listItems } from '../yaml-file.ts';

/** Keys of metadata.yaml that the client does not know; those under `deployTo` have a rule of their own. */
export const metadataUnknownKey: Rule = {
  id: 'metadata/unknown-key',
  severity: 'warning',
  title: 'Key of metadata.yaml that the client does not know',
  reason:
    'The client reads metadata.yaml leniently and drops every key it does not know, without a word. A misspelt `dependencies` or `system` is simply not there.',
  fix: 'Correct the spelling, or move free-form information under `annotations`.',
  wrong: [metadataExample({}, ['dependecies:', '  - name: fluxcd'])],
  right: [metadataExample({}, ['dependencies:', '  - name: fluxcd'])],
  *check({ documents }) {
    const source = documents.metadata;
    const root = source?.root;
    if (source === undefined) return;
    const maps = [
      { path: '', node: root },
      { path: 'system', node: findEntry(root, 'system')?.value },
      ...listItems(findEntry(root, 'dependencies')?.value).map((node) => ({ path: 'dependencies', node })),
    ];
    for (const { path, node } of maps) {
      for (const { key, position } of listEntries(node)) {
        if (isKnownKey(path, key)) continue;
        const nearest = findNearest(key, metadataKeys.get(path) ?? []);
        const place = path === '' ? '' : ` under \`${path}\``;
        const meant = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
        yield hitAt(source, position, `The client does not know the key \`${key}\`${place} and ignores it.${meant}`);
      }
    }
  },
};
