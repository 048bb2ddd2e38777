import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { checkLocatedYaml } from '../../registry/located-yaml/check-located-yaml.ts';
import type { LocatedYaml, YamlFault } from '../../registry/located-yaml/parse-located-yaml.ts';
import { type Config, configSchema } from '../../schemas/config.ts';

let compiled: ValidateFunction<Config> | undefined;

/** Checks a configuration against its schema. Returns every fault, in the order of the file; no message repeats a value, which might be a secret. */
export function validateConfig(document: LocatedYaml): { config: Config } | { faults: readonly YamlFault[] } {
  const checked = checkLocatedYaml(document, compileSchema());
  return 'faults' in checked ? checked : { config: checked.value };
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
