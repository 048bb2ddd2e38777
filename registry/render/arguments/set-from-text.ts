import { quoteGo } from '../quote-go.ts';
import { createSetText, SetFault, type SetText } from './set-text.ts';
import type { SetList, SetMap, SetNode } from './set-tree.ts';
import { toTypedValue } from './typed-value.ts';

const maxIndex = 65_536;
const maxNesting = 30;

/** What ended the reading of one key: there may be more, or the text is used up. */
type Progress = 'more' | 'end';

/** Sets what one argument says; returns Helm's own message when it is refused. What stands before the fault stays set. */
export function setFromText(parameters: SetMap, text: string): string | undefined {
  const source = createSetText(text);
  try {
    while (setKey(source, parameters, 0) === 'more');
    return undefined;
  } catch (error) {
    if (error instanceof SetFault) return error.message;
    throw error;
  }
}

function setKey(source: SetText, into: SetMap, nesting: number): Progress {
  const { text: key, stop } = source.readUntil('=[,.');
  switch (stop) {
    case undefined:
      if (key === '') return 'end';
      throw new SetFault(`key ${quoteGo(key)} has no value`);
    case '[':
      return setListItem(source, into, { key, nesting });
    case '=':
      return setValue(source, (value) => put(into, key, value));
    case '.':
      return setNested(source, into, { key, nesting: nesting + 1 });
    default:
      put(into, key, '');
      throw new SetFault(`key ${quoteGo(key)} has no value (cannot end with ,)`);
  }
}

interface Place {
  readonly key: string;
  readonly nesting: number;
}

function setNested(source: SetText, into: SetMap, { key, nesting }: Place): Progress {
  if (nesting > maxNesting) {
    throw new SetFault(`value name nested level is greater than maximum supported nested level of ${maxNesting}`);
  }
  const found = into.get(key);
  const inner: SetMap = found === undefined ? new Map() : expectMap(found);
  const progress = setKey(source, inner, nesting);
  if (progress === 'more' && inner.size === 0) throw new SetFault(`key map ${quoteGo(key)} has no value`);
  if (inner.size > 0) put(into, key, inner);
  return progress;
}

function setListItem(source: SetText, into: SetMap, { key, nesting }: Place): Progress {
  const index = readIndex(source);
  const found = into.get(key);
  const list = found === undefined ? [] : expectList(found);
  const progress = setItem(source, list, { index, nesting });
  put(into, key, list);
  return progress;
}

function setItem(
  source: SetText,
  list: SetList,
  place: { readonly index: number; readonly nesting: number },
): Progress {
  const { index, nesting } = place;
  if (index < 0) throw new SetFault(`negative ${index} index not allowed`);
  const { text, stop } = source.readUntil('[.=');
  if (text !== '') throw new SetFault(`unexpected data at end of array index: ${quoteGo(text)}`);
  switch (stop) {
    case undefined:
      return 'end';
    case '=': {
      // A list item leaves it to the next key to notice that the text is used up.
      setValue(source, (value) => putItem(list, index, value));
      return 'more';
    }
    case '[': {
      const next = readIndex(source);
      const found = list[index] ?? null;
      const inner = found === null ? [] : expectList(found);
      const progress = setItem(source, inner, { index: next, nesting });
      if (progress === 'more') putItem(list, index, inner);
      return progress;
    }
    default: {
      const found = list[index];
      const inner: SetMap = found instanceof Map ? found : new Map();
      if (index < list.length) list[index] = inner;
      const progress = setKey(source, inner, nesting);
      if (progress === 'more') putItem(list, index, inner);
      return progress;
    }
  }
}

/** A value ends at a comma or at the end of the text; `{a,b}` is a list. */
function setValue(source: SetText, assign: (value: SetNode) => void): Progress {
  const first = source.peek();
  if (first === undefined) {
    assign('');
    return 'end';
  }
  if (first !== '{') {
    assign(toTypedValue(source.readUntil(',').text));
    return 'more';
  }
  source.skip();
  const list: SetList = [];
  for (;;) {
    const { text, stop } = source.readUntil(',}');
    if (stop === undefined) throw new SetFault("list must terminate with '}'");
    list.push(toTypedValue(text));
    if (stop === '}') break;
  }
  if (source.peek() === ',') source.skip();
  assign(list);
  return 'more';
}

/** An empty key is skipped over. */
function put(into: SetMap, key: string, value: SetNode): void {
  if (key !== '') into.set(key, value);
}

function putItem(list: SetList, index: number, value: SetNode): void {
  if (index > maxIndex) {
    throw new SetFault(`index of ${index} is greater than maximum supported index of ${maxIndex}`);
  }
  while (list.length < index) list.push(null);
  list[index] = value;
}

function readIndex(source: SetText): number {
  const { text, stop } = source.readUntil(']');
  if (stop === undefined) throw new SetFault('error parsing index: EOF');
  if (!/^[-+]?[0-9]+$/.test(text)) {
    throw new SetFault(`error parsing index: strconv.Atoi: parsing ${quoteGo(text)}: invalid syntax`);
  }
  const index = BigInt(text.replace(/^\+/, ''));
  if (index >= 2n ** 63n || index < -(2n ** 63n)) {
    throw new SetFault(`error parsing index: strconv.Atoi: parsing ${quoteGo(text)}: value out of range`);
  }
  return Number(index);
}

function expectMap(found: SetNode): SetMap {
  if (found instanceof Map) return found;
  throw new SetFault(
    `unable to parse key: interface conversion: interface {} is ${goTypeOf(found)}, not map[string]interface {}`,
  );
}

function expectList(found: SetNode): SetList {
  if (Array.isArray(found)) return found;
  throw new SetFault(
    `unable to parse key: interface conversion: interface {} is ${goTypeOf(found)}, not []interface {}`,
  );
}

function goTypeOf(node: SetNode): string {
  if (node === null) return 'nil';
  if (node instanceof Map) return 'map[string]interface {}';
  if (Array.isArray(node)) return '[]interface {}';
  switch (typeof node) {
    case 'boolean':
      return 'bool';
    case 'number':
      return Number.isInteger(node) ? 'int64' : 'float64';
    default:
      return 'string';
  }
}
