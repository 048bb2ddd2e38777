import type { FileRole } from '../../../schemas/addon.ts';
import { classifyPath } from '../layout.ts';
import type { ParseCache } from './parse-cache.ts';
import type { LintFile, LintInput, LintSubject } from './types.ts';

/** Prepares an addon for the rules: classifies its files, and parses each of them at most once, when a rule first asks for it. */
export function createLintSubject(input: LintInput, cache: ParseCache): LintSubject {
  const files = input.tree.files.map(
    ({ path, bytes }): LintFile => ({ path, bytes, ...classifyPath(path, undefined) }),
  );
  const readYaml = once(({ path, bytes }) => cache.yaml(path, bytes));
  const readCue = once(({ path, bytes }) => cache.cue(path, bytes));
  const list = (roles: readonly FileRole[], isRead: (file: LintFile) => boolean) =>
    files.filter((file) => roles.includes(file.role) && isRead(file));
  const metadata = files.find(({ path }) => path === 'metadata.yaml');
  return {
    ...input,
    documents: {
      files,
      get metadata() {
        return metadata === undefined ? undefined : readYaml(metadata);
      },
      listYaml: (...roles) => list(roles, isReadAsYaml).map(readYaml),
      listCue: (...roles) => list(roles, ({ path }) => path.endsWith('.cue')).map(readCue),
    },
  };
}

// The client takes every file in `schemas/` for YAML, whatever it is called (`pkg/addon/addon.go`, readDefSchemaFile).
function isReadAsYaml({ path, role }: LintFile): boolean {
  return role === 'schema' || /\.ya?ml$/.test(path);
}

function once<Value>(read: (file: LintFile) => Value): (file: LintFile) => Value {
  const known = new Map<LintFile, Value>();
  return (file) => {
    const found = known.get(file);
    if (found !== undefined) return found;
    const value = read(file);
    known.set(file, value);
    return value;
  };
}
