import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { type LockContent, type LockFile, lockFileSchema, lockFormat } from '../../../schemas/lock.ts';
import { checkLocatedYaml } from '../../located-yaml/check-located-yaml.ts';
import { type LocatedYaml, parseLocatedYaml, type YamlFault } from '../../located-yaml/parse-located-yaml.ts';
import { toCanonicalLock, toLockId } from './canonical-lock.ts';
import { findLockFaults } from './find-lock-faults.ts';

/** A lock file that was read, and where its members stand. */
export interface ReadLock {
  readonly content: LockContent;
  /** Line, counted from 1, at which a member begins; 1 for a name that is not there. */
  lineOf(name: string): number;
}

/** `edited`: what a file says whose only fault is that somebody changed it by hand. */
export type LockReading =
  | ({ readonly ok: true; readonly id: string } & ReadLock)
  | { readonly ok: false; readonly faults: readonly YamlFault[]; readonly edited?: ReadLock };

/** Reads `chandlery.lock`. Every fault comes with its line and column, counted from 1. */
export function parseLockYaml(text: string): LockReading {
  const parsing = parseLocatedYaml(text);
  if ('faults' in parsing) return { ok: false, faults: parsing.faults };
  const { document } = parsing;
  const format = findFormatFault(document);
  if (format !== undefined) return { ok: false, faults: [format] };
  const checked = checkLocatedYaml(document, compileSchema());
  if ('faults' in checked) return { ok: false, faults: checked.faults };
  const file = checked.value;
  const content = toContent(file);
  const lock: ReadLock = { content, lineOf: (name) => findLine(document, file, name) };
  const faults = findLockFaults(toGivenContent(file)).map(({ path, message }) => toFault(document, path, message));
  const id = toLockId(content);
  if (id !== file.id) faults.push(toFault(document, ['id'], changedByHand));
  return faults.length === 0 ? { ok: true, id, ...lock } : { ok: false, faults, edited: lock };
}

const changedByHand =
  'members were changed by hand: what stands in this file does not have this id. "chandlery lock check" compares each member with the catalogue, "chandlery lock write" decides anew';

let compiled: ValidateFunction<LockFile> | undefined;

function compileSchema(): ValidateFunction<LockFile> {
  if (compiled === undefined) {
    const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true });
    ajv.addVocabulary(['patternErrorMessage']);
    compiled = ajv.compile<LockFile>(lockFileSchema);
  }
  return compiled;
}

/** Before everything else: of a format to come nothing else is known. */
function findFormatFault(document: LocatedYaml): YamlFault | undefined {
  const { value } = document;
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (typeof format !== 'number' || format <= lockFormat) return undefined;
  return toFault(
    document,
    ['format'],
    `was written by a newer chandlery: it has format ${format}, and this program reads format ${lockFormat}`,
  );
}

function toFault(document: LocatedYaml, path: YamlFault['path'], message: string): YamlFault {
  return { path, ...document.locateValue(path), message };
}

/** As it stands there, in its own order, which paths count in. */
function toGivenContent({ id: _id, members, ...rest }: LockFile): LockContent {
  return {
    ...rest,
    members: members.map(({ requiredBy = [], dependencies = [], requirements = {}, ...member }) => ({
      ...member,
      requiredBy,
      dependencies,
      requirements,
    })),
  };
}

function toContent(file: LockFile): LockContent {
  return toCanonicalLock(toGivenContent(file));
}

function findLine(document: LocatedYaml, file: LockFile, name: string): number {
  const index = file.members.findIndex((member) => member.name === name);
  return index < 0 ? 1 : document.locateValue(['members', index]).line;
}
