import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { describeFault } from './describe-fault.ts';
import type { LocatedYaml, YamlFault, YamlPath } from './parse-located-yaml.ts';

/** Checks a YAML file against a schema that was compiled with `allErrors` and `verbose`. Returns every fault, in the order of the file; no message repeats a value, which might be a secret. */
export function checkLocatedYaml<Value>(
  document: LocatedYaml,
  isValid: ValidateFunction<Value>,
): { value: Value } | { faults: readonly YamlFault[] } {
  const { value } = document;
  if (isValid(value)) return { value };
  const faults = chooseErrors(isValid.errors ?? []).map((error) => toFault(error, document));
  return { faults: faults.sort((left, right) => left.line - right.line || left.column - right.column) };
}

function toFault(error: ErrorObject, document: LocatedYaml): YamlFault {
  const parent = parsePointer(error.instancePath, document.value);
  const { message, key } = describeFault(error);
  const path = key === undefined ? parent : [...parent, key];
  const place = error.keyword === 'additionalProperties' ? document.locateKey(path) : document.locateValue(path);
  return { path, ...place, message };
}

/** Reads a JSON pointer as the steps it takes in a value. */
function parsePointer(pointer: string, value: unknown): YamlPath {
  const path: (string | number)[] = [];
  let current = value;
  for (const part of pointer.split('/').slice(1)) {
    const step = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(current) ? Number(step) : step);
    current = typeof current === 'object' && current !== null ? new Map(Object.entries(current)).get(step) : undefined;
  }
  return path;
}

/**
 * Of the errors of a choice (`anyOf`) keeps those of the branch that was meant, told by its `type` or `kind`, or else the choice itself:
 * what is wrong with the branches that nobody meant is noise.
 */
function chooseErrors(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter((error) => error.keyword === 'anyOf');
  return errors.filter((error) =>
    choices.every((choice) => {
      const meant = findMeantBranch(choice);
      if (error === choice) return meant === undefined;
      if (!isInside(error, choice)) return true;
      return meant !== undefined && error.schemaPath.startsWith(`${choice.schemaPath}/${meant}/`);
    }),
  );
}

function isInside(error: ErrorObject, choice: ErrorObject): boolean {
  const below = error.instancePath === choice.instancePath || error.instancePath.startsWith(`${choice.instancePath}/`);
  return below && error.schemaPath.startsWith(`${choice.schemaPath}/`);
}

function findMeantBranch(choice: ErrorObject): number | undefined {
  const branches: unknown = choice.schema;
  const { data } = choice;
  if (!Array.isArray(branches) || typeof data !== 'object' || data === null) return undefined;
  for (const key of ['type', 'kind']) {
    const given = new Map(Object.entries(data)).get(key);
    const index = given === undefined ? -1 : branches.findIndex((branch) => branch?.properties?.[key]?.const === given);
    if (index >= 0) return index;
  }
  return undefined;
}
