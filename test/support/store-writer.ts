// Saves one version after another into the data folder given, and prints the key of each that is saved, until it is killed.
import { openEmbeddedStore } from '../../registry/storage/open-embedded-store.ts';
import { anEntry } from './version-entry.ts';

const folder = process.argv[2] ?? '';
const { store, blobs } = await openEmbeddedStore({ folder });
process.stdout.write('open\n');
for (let index = 0; ; index += 1) {
  const digest = await blobs.saveBlob(Buffer.alloc(200_000, `content ${index}`));
  await store.saveVersion(anEntry({ key: `1.${index}.0`, content: String(index), digest }));
  process.stdout.write(`1.${index}.0\n`);
}
