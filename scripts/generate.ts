import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generatedSchemas } from '../schemas/generated-schemas.ts';

/** Writes the JSON Schemas that editors load; with `--check` it only compares and fails when one is stale. */
const folder = fileURLToPath(new URL('../schemas/generated/', import.meta.url));
const checkOnly = process.argv.includes('--check');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(generatedSchemas)) {
  const path = `${folder}${name}.schema.json`;
  const text = `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema }, null, 2)}\n`;
  if (!checkOnly) {
    writeFileSync(path, text);
    continue;
  }
  if (readText(path) !== text) {
    console.error(`schemas/generated/${name}.schema.json is stale: run npm run generate`);
    process.exitCode = 1;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
