import type { Finding } from '../../schemas/finding.ts';
import { withoutByteOrderMark } from '../addon/byte-order-mark.ts';
import { createDefinitionFinding } from './definition-rules.ts';

/** What the Kubernetes API server takes in one request to its store (etcd's default, 1.5 MiB). */
const maxDefinitionBytes = 1.5 * 1024 * 1024;

/** The text of a definition, or what keeps it from being one. */
export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly finding: Finding };

/** Decodes the bytes of a definition file: bounded UTF-8 without NUL, a byte-order mark dropped. A text is only bounded and searched. */
export function decodeText(file: string, content: string | Uint8Array): DecodedText {
  const sizeBytes = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
  if (sizeBytes > maxDefinitionBytes) {
    const message = `The file has ${sizeBytes} bytes, a definition may have ${maxDefinitionBytes}.`;
    return { ok: false, finding: createDefinitionFinding('definition/too-large', { file, message }) };
  }
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : withoutByteOrderMark(content);
  const place = findBadByte(bytes);
  if (place === undefined) return { ok: true, text: Buffer.from(bytes).toString('utf8') };
  const { offset, message } = place;
  const before = Buffer.from(bytes.subarray(0, offset)).toString('utf8').split('\n');
  const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { ok: false, finding: createDefinitionFinding('definition/not-text', { file, ...position, message }) };
}

function findBadByte(bytes: Uint8Array): { readonly offset: number; readonly message: string } | undefined {
  const nul = bytes.indexOf(0);
  const invalid = findInvalidUtf8(bytes);
  if (invalid !== undefined && (nul === -1 || invalid < nul)) {
    return { offset: invalid, message: 'The file is no UTF-8 text from here on.' };
  }
  return nul === -1 ? undefined : { offset: nul, message: 'The file holds a NUL character.' };
}

/** Offset of the first byte that is no UTF-8: where a decoder puts a replacement, the text differs from the bytes. */
function findInvalidUtf8(bytes: Uint8Array): number | undefined {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    const repaired = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    return repaired.findIndex((byte, index) => byte !== bytes[index]);
  }
}
