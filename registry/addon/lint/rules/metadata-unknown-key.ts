import { findNearestWord } from '../../../nearest-word.ts';
import { createMetadataDocument } from '../../metadata/metadata-document.ts';
import { metadataKeys } from '../../metadata/metadata-keys.ts';
import { metadataExample } from '../examples.ts';
import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';

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
    if (source?.root === undefined) return;
    for (const { path, position, known } of createMetadataDocument(source.root).entries) {
      const [top = '', ...below] = path;
      if (known || (top === 'deployTo' && below.length > 0)) continue;
      const key = below.at(-1) ?? top;
      const nearest = findNearestWord(key, knownKeysUnder(below.length === 0 ? undefined : top));
      const place = below.length === 0 ? '' : ` under \`${top}\``;
      const meant = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
      yield hitAt(source, position, `The client does not know the key \`${key}\`${place} and ignores it.${meant}`);
    }
  },
};

function knownKeysUnder(top: string | undefined): readonly string[] {
  if (top === 'dependencies' || top === 'system') return metadataKeys[top];
  return metadataKeys.root;
}
