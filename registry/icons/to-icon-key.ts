import type { Digest } from '../digest.ts';

/** What a version says of its icon. */
export interface IconSource {
  /** Address of an icon from elsewhere. */
  readonly icon: string | undefined;
  /** Whether the version brings its icon itself, as a file or inside its metadata. */
  readonly hasOwnIcon: boolean;
  readonly treeDigest: Digest;
}

/** Names the icon of a version; undefined when it has none. */
export function toIconKey({ icon, hasOwnIcon, treeDigest }: IconSource): string | undefined {
  if (icon !== undefined) return `url:${icon}`;
  return hasOwnIcon ? `tree:${treeDigest}` : undefined;
}
