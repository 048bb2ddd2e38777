import type { BundleObject } from './create-bundle.ts';
import { toGoYaml } from './go-yaml/to-go-yaml.ts';

/** Writes objects as `vela addon enable --dry-run` prints them: each followed by an empty line, `---` between them. */
export function toBundleYaml(objects: readonly BundleObject[]): string {
  return objects.map(({ object }) => `${toGoYaml(object)}\n`).join('---\n');
}
