import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Static, Type } from 'typebox';
import { isDigest } from '../../digest.ts';
import type { IconEntry } from '../types.ts';

const entrySchema = Type.Object({
  key: Type.String(),
  icon: Type.Optional(
    Type.Object({
      digest: Type.String(),
      type: Type.Enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/x-icon', 'image/svg+xml']),
    }),
  ),
  refusal: Type.Optional(
    Type.Enum([
      'address',
      'private-address',
      'unreachable',
      'status',
      'redirects',
      'too-large',
      'too-slow',
      'no-picture',
      'dimensions',
      'unsafe-svg',
      'missing-file',
    ]),
  ),
  failures: Type.Integer({ minimum: 0 }),
  next: Type.Optional(Type.String()),
});

const indexSchema = Type.Object({ version: Type.Literal(1), entries: Type.Array(entrySchema) });

const isIndex = new Ajv2020().compile<Static<typeof indexSchema>>(indexSchema);

/** Reads what was written down of icons; empty when it cannot be understood, as all of it can be had again. */
export function parseIconIndex(text: string): readonly IconEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  if (!isIndex(value)) return [];
  return value.entries.map(({ icon, ...rest }) => {
    const digest = icon?.digest ?? '';
    return icon !== undefined && isDigest(digest) ? { ...rest, icon: { digest, type: icon.type } } : rest;
  });
}

/** Writes what is remembered of icons. */
export function writeIconIndex(entries: Iterable<IconEntry>): string {
  return `${JSON.stringify({ version: 1, entries: [...entries] } satisfies Static<typeof indexSchema>)}\n`;
}
