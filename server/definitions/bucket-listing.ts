import type { DefinitionReader } from '../../registry/catalog/definition-types.ts';
import type { DefinitionKind } from '../../schemas/definition.ts';

/** The kinds that `vela` discovers. A bare name stands for the first of these kinds that has it (client-protocols.md section 8). */
export const discoveredKinds = [
  'component',
  'trait',
  'policy',
  'workflow-step',
] as const satisfies readonly DefinitionKind[];

/** Lists every definition as an object store lists its keys, for `vela comp --discover --url oss://HOST`. */
export async function listBucket(reader: Pick<DefinitionReader, 'listDefinitions'>): Promise<string> {
  const keys = await listKeys(reader);
  const contents = keys.map((key) => `<Contents><Key>${escapeXml(key)}</Key></Contents>`).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>definitions</Name><Prefix></Prefix>' +
    `<KeyCount>${keys.length}</KeyCount><MaxKeys>${keys.length}</MaxKeys><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>\n`
  );
}

async function listKeys(reader: Pick<DefinitionReader, 'listDefinitions'>): Promise<readonly string[]> {
  const keys: string[] = [];
  const named = new Set<string>();
  for (const kind of discoveredKinds) {
    let cursor: string | undefined;
    do {
      const page = await reader.listDefinitions({ kind, limit: 100, ...(cursor === undefined ? {} : { cursor }) });
      for (const { name } of page.items) {
        keys.push(named.has(name) ? `definitions/${kind}/${name}.yaml` : `${name}.yaml`);
        named.add(name);
      }
      cursor = page.next;
    } while (cursor !== undefined);
  }
  return keys;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
