import { diffArrays } from 'diff';
import type { Bundle } from '../../schemas/bundle.ts';
import { isJsonObject, isSameJson, type JsonObject, type JsonValue } from '../../schemas/json.ts';
import type { PreviewDocument } from '../../schemas/preview.ts';
import { toGoYaml } from '../render/go-yaml/to-go-yaml.ts';
import { foldDocument } from './fold-document.ts';

type BundleObjects = Bundle['objects'];

/** How much YAML a preview carries, in characters, and how different two texts may be before they are not laid over one another. */
export const previewLimits = { characters: 160_000, edits: 600 } as const;

/** Written once for as long as whoever renders remembers the object. */
const written = new WeakMap<object, string>();

interface Entry {
  readonly from: string;
  readonly object: JsonObject;
}

/** Lays rendered objects over those that the defaults give. The Application comes first, then what differs, then the rest as far as there is room; long ones are folded. */
export function toPreviewDocuments(
  objects: BundleObjects,
  base: BundleObjects | undefined,
): readonly PreviewDocument[] {
  const before = new Map((base ?? []).map((entry) => [toKey(entry), toEntry(entry)]));
  const documents = objects.map((entry) => {
    const key = toKey(entry);
    const was = before.get(key);
    before.delete(key);
    return toDocument(toEntry(entry), was, base !== undefined);
  });
  const gone = [...before.values()].map((entry) => toRemoved(entry));
  let left: number = previewLimits.characters;
  const rank = ({ from, state }: PreviewDocument) => (from === 'application' ? 0 : state === 'same' ? 2 : 1);
  return [...documents, ...gone]
    .map(foldDocument)
    .sort((one, other) => rank(one) - rank(other))
    .map((document) => {
      left -= document.text?.length ?? 0;
      if (left >= 0 || document.text === undefined) return document;
      const { text, added, removed, gaps, ...head } = document;
      left += text.length;
      return head;
    });
}

function toDocument(entry: Entry, was: Entry | undefined, compared: boolean): PreviewDocument {
  const same = was !== undefined && (was.object === entry.object || isSameJson(was.object, entry.object));
  const text = write(same ? was.object : entry.object);
  const head = { ...toHead(entry), lines: countLines(text), text };
  if (!compared || same) return { ...head, state: 'same' };
  if (was === undefined) return { ...head, state: 'added' };
  return { ...head, state: 'changed', ...compareLines(write(was.object), text) };
}

function toRemoved(entry: Entry): PreviewDocument {
  const text = write(entry.object);
  return { ...toHead(entry), lines: countLines(text), text, state: 'removed' };
}

/** Lines that came, and lines that went with the line that they stood before; counted from 1. Texts that differ too much are told as new from the first line. */
function compareLines(was: string, is: string): Pick<PreviewDocument, 'added' | 'removed'> {
  const [before, after] = [toLines(was), toLines(is)];
  const changes = diffArrays(before, after, { maxEditLength: previewLimits.edits });
  if (changes === undefined) return { added: after.map((_line, index) => index + 1), removed: [] };
  const added: number[] = [];
  const removed: { at: number; text: string }[] = [];
  let line = 1;
  for (const change of changes) {
    if (change.removed) removed.push(...change.value.map((text) => ({ at: line, text })));
    else {
      if (change.added) added.push(...change.value.map((_text, index) => line + index));
      line += change.value.length;
    }
  }
  return { added, removed };
}

function toHead({ from, object }: Entry): Pick<PreviewDocument, 'from' | 'kind' | 'name'> {
  return { from, kind: toText(object['kind']), name: toText(findMetadata(object)['name']) };
}

/** Two objects of one kind, namespace and name out of one file are the same one. */
function toKey(entry: BundleObjects[number]): string {
  const { from, object } = toEntry(entry);
  const metadata = findMetadata(object);
  return JSON.stringify([from, object['apiVersion'], object['kind'], metadata['namespace'], metadata['name']]);
}

function findMetadata(object: JsonObject): JsonObject {
  const metadata = object['metadata'];
  return isJsonObject(metadata) ? metadata : {};
}

function toText(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The schema of a bundle says of objects no more than that they are JSON. */
function toEntry({ from, object }: BundleObjects[number]): Entry {
  return { from, object: object as JsonObject };
}

function write(object: JsonObject): string {
  const known = written.get(object) ?? toGoYaml(object);
  written.set(object, known);
  return known;
}

function toLines(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

function countLines(text: string): number {
  return toLines(text).length;
}
