/** What keeps a question from being asked at all. */
export interface RefusedQuestion {
  readonly kind: 'stopped';
  readonly reason: 'size' | 'depth';
  readonly message: string;
}

/** Bytes of a question in JSON; the largest real addon asks with 0.4 MB. */
export const maxQuestionBytes = 8 * 1024 * 1024;
/** Levels of brackets in a text: CUE recurses over them. */
export const maxNesting = 500;

const openers = '{[(';
const closers = '}])';

/** Finds out whether a question is larger or nested deeper than an engine is asked to look at. */
export function findRefusal(request: object, json: Uint8Array): RefusedQuestion | undefined {
  if (json.length > maxQuestionBytes) {
    const message = `${json.length} bytes are more than the ${maxQuestionBytes} that are evaluated`;
    return { kind: 'stopped', reason: 'size', message };
  }
  for (const { name, text } of listTexts(request)) {
    if (!isNestedDeeper(text, maxNesting)) continue;
    const message = `${name}: brackets are nested deeper than ${maxNesting} levels`;
    return { kind: 'stopped', reason: 'depth', message };
  }
  return undefined;
}

/**
 * Tells whether brackets are nested deeper than `limit`, counting those in strings and comments too. A bracket that is never closed is
 * forgotten when the one around it is, so that stray ones in prose do not add up.
 */
export function isNestedDeeper(text: string, limit: number): boolean {
  const open: number[] = [];
  const openOfKind = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const opened = openers.indexOf(character);
    if (opened !== -1) {
      if (open.length === limit) return true;
      open.push(opened);
      openOfKind[opened] = (openOfKind[opened] ?? 0) + 1;
      continue;
    }
    const closed = closers.indexOf(character);
    while (closed !== -1 && openOfKind[closed] !== 0) {
      const last = open.pop() ?? closed;
      openOfKind[last] = (openOfKind[last] ?? 1) - 1;
      if (last === closed) break;
    }
  }
  return false;
}

/** Every file of a request, wherever it stands in it. */
function listTexts(value: object): readonly { readonly name: string; readonly text: string }[] {
  if ('name' in value && 'text' in value && typeof value.name === 'string' && typeof value.text === 'string') {
    return [{ name: value.name, text: value.text }];
  }
  return Object.values(value).flatMap((part: unknown) =>
    typeof part === 'object' && part !== null ? listTexts(part) : [],
  );
}
