import { RegistryError } from '../registry/errors.ts';
import type { LocalPackage } from './examine-package.ts';

/** Reads addons of this machine. */
export interface PackageReader {
  /** Reads the addons that stand at a path. Throws INPUT_INVALID. */
  readPackages(path: string): AsyncIterable<LocalPackage>;
}

/** Reads the one addon that stands at a path. Throws INPUT_INVALID, also when there are several. */
export async function readOnlyPackage({ readPackages }: PackageReader, path: string): Promise<LocalPackage> {
  const packages: LocalPackage[] = [];
  for await (const found of readPackages(path)) packages.push(found);
  const [only, ...others] = packages;
  if (only !== undefined && others.length === 0) return only;
  const names = packages.map((each) => each.path).join(', ');
  throw new RegistryError('INPUT_INVALID', `${path} holds several addons; name one of them: ${names}`);
}
