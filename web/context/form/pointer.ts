/** Writes the steps into a value as a JSON pointer (RFC 6901). */
export function toPointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Reads a JSON pointer as the steps that it takes; list items as digits. */
export function parsePointer(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** An id that is fit for an attribute and a fragment, and different for every different text. */
export function toFieldId(at: string): string {
  const safe = at.replace(/[^A-Za-z0-9-]/gu, (letter) =>
    letter === '/' ? '.' : `_${(letter.codePointAt(0) ?? 0).toString(16)}_`,
  );
  return `f${safe}`;
}
