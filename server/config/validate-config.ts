import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Config, configSchema } from '../../schemas/config.ts';
import type { ConfigDocument, ConfigFault, ConfigPath } from './config-document.ts';
import { describeFault } from './describe-fault.ts';

let compiled: ValidateFunction<Config> | undefined;

/** Checks a configuration against its schema. Returns every fault, in the order of the file; no message repeats a value, which might be a secret. */
export function validateConfig(document: ConfigDocument): { config: Config } | { faults: readonly ConfigFault[] } {
  const { value } = document;
  const isConfig = compileSchema();
  if (isConfig(value)) return { config: value };
  const faults = chooseErrors(isConfig.errors ?? []).map((error) => toFault(error, document));
  return { faults: faults.sort((left, right) => left.line - right.line || left.column - right.column) };
}

/** Compiled once, and not at all by who starts without a configuration. */
function compileSchema(): ValidateFunction<Config> {
  if (compiled === undefined) {
    const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true });
    ajv.addVocabulary(['patternErrorMessage']);
    compiled = ajv.compile<Config>(configSchema);
  }
  return compiled;
}

function toFault(error: ErrorObject, document: ConfigDocument): ConfigFault {
  const parent = parsePointer(error.instancePath, document.value);
  const { message, key } = describeFault(error);
  const path = key === undefined ? parent : [...parent, key];
  const place = error.keyword === 'additionalProperties' ? document.locateKey(path) : document.locateValue(path);
  return { path, ...place, message };
}

/** Reads a JSON pointer as the steps it takes in a value. */
function parsePointer(pointer: string, value: unknown): ConfigPath {
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
 * Of the errors of a choice (`anyOf`) keeps those of the branch that was meant, told by its `type`, or else the choice itself:
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
  if (!Array.isArray(branches) || typeof data !== 'object' || data === null || !('type' in data)) return undefined;
  const index = branches.findIndex((branch) => branch?.properties?.type?.const === data.type);
  return index < 0 ? undefined : index;
}
