import { parseVersion } from '../../version/parse-version.ts';
import type { Bump } from './types.ts';

/** The next version that announces changes of this weight; written with `v` as the one before is. Undefined when that is no version. */
export function suggestVersion(from: string, required: Exclude<Bump, 'none'>): string | undefined {
  const version = parseVersion(from);
  if (!version.ok) return undefined;
  const { major, minor, patch } = version.value;
  const prefix = from.startsWith('v') ? 'v' : '';
  // Before 1.0.0 each number announces what the one before it announces later.
  const moved = major > 0n ? required : required === 'major' ? 'minor' : 'patch';
  if (moved === 'major') return `${prefix}${major + 1n}.0.0`;
  return moved === 'minor' ? `${prefix}${major}.${minor + 1n}.0` : `${prefix}${major}.${minor}.${patch + 1n}`;
}
