import type { Finding } from '../../../schemas/finding.ts';
import type { FormField } from './form-model.ts';
import { toPointer } from './pointer.ts';

/** Words about one field, by its place in the form. */
export type FieldMessages = ReadonlyMap<string, readonly string[]>;

/** Finds the fields that findings of a refusal speak of: by the path that CUE names, else by the place in parameter.cue. */
export function findFieldFaults(fields: readonly FormField[], findings: readonly Finding[]): FieldMessages {
  const all = [...listFields(fields)];
  const messages = new Map<string, string[]>();
  for (const finding of findings) {
    const field = findByPath(all, finding.message) ?? findByPlace(all, finding);
    if (field === undefined) continue;
    const own = messages.get(field.at) ?? [];
    const text = finding.message.replace(/^parameter\.[^ ]+: /, '');
    // That no alternative fits says less than why each of them does not.
    if (!own.includes(text) && !/errors? in empty disjunction:$/.test(text)) messages.set(field.at, [...own, text]);
  }
  return messages;
}

/** Every field of a form that is shown, outer ones first. */
export function* listFields(fields: readonly FormField[]): Generator<FormField> {
  for (const field of fields) {
    yield field;
    const { control } = field;
    if (control.kind === 'group') yield* listFields(control.fields);
    if (control.kind === 'list' || control.kind === 'map') yield* listFields(control.items);
    if (control.kind === 'union' && control.field !== undefined) yield* listFields([control.field]);
  }
}

/** The innermost field on the path at the start of a message such as `parameter.a."b.c".0: conflicting values`. */
function findByPath(fields: readonly FormField[], message: string): FormField | undefined {
  const path = /^parameter((?:\.(?:"(?:[^"\\]|\\.)*"|[^".:\s]+))+):/.exec(message)?.[1];
  if (path === undefined) return undefined;
  const steps = [...path.matchAll(/\.("(?:[^"\\]|\\.)*"|[^".:\s]+)/g)].map(([, step = '']) => readStep(step));
  for (let length = steps.length; length > 0; length -= 1) {
    const pointer = toPointer(steps.slice(0, length));
    const found = fields.findLast((field) => field.pointer === pointer);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readStep(step: string): string {
  if (!step.startsWith('"')) return step;
  try {
    return String(JSON.parse(step));
  } catch {
    return step;
  }
}

function findByPlace(fields: readonly FormField[], { file, line }: Finding): FormField | undefined {
  return fields.find(({ shape }) => 'line' in shape && shape.line === line && 'file' in shape && shape.file === file);
}

/** Fields that must be filled because what they belong to is there, and are not. */
export function listMissing(fields: readonly FormField[]): readonly FormField[] {
  return fields.flatMap((field) => {
    const { control, given, required } = field;
    const isBranch = control.kind === 'group' || control.kind === 'list' || control.kind === 'map';
    const own = required && !given && !(control.kind === 'group' && control.fields.length > 0) ? [field] : [];
    if (control.kind === 'union') return [...own, ...(control.field === undefined ? [] : listMissing([control.field]))];
    if (!isBranch) return own;
    // A struct that nobody gives asks for nothing, unless it must be given.
    if (control.kind === 'group') return given || required ? listMissing(control.fields) : [];
    return [...own, ...listMissing(control.items)];
  });
}
