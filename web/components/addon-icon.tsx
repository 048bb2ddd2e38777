import type { VNode } from 'preact';
import type { VersionReference } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';
import { LetterTile } from './letter-tile.tsx';

const sidePixels = 56;

/** The icon of an addon, from this server, or the tile with its initials. It stands beside the name and is not read out. */
export function AddonIcon({ context, addon }: { context: PageContext; addon: VersionReference }): VNode {
  const source = context.findIcon(addon);
  if (source === undefined) return <LetterTile name={addon.name} />;
  return <img class="tile tile-icon" src={source} alt="" width={sidePixels} height={sidePixels} decoding="async" />;
}
