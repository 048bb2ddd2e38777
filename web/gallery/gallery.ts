import { compareEntries } from './compare.tsx';
import { definitionEntries } from './definitions.tsx';
import { formEntries } from './form.tsx';
import { listEntries } from './lists.tsx';
import { markEntries } from './marks.tsx';
import { operateEntries } from './operate.tsx';
import { planEntries } from './plan.tsx';
import { sourceEntries } from './source.tsx';
import type { GalleryEntry } from './types.ts';
import { versionEntries } from './version.tsx';

/** Every file of components that the gallery shows, by name. */
export const galleryEntries: readonly GalleryEntry[] = [
  ...markEntries,
  ...listEntries,
  ...versionEntries,
  ...definitionEntries,
  ...compareEntries,
  ...planEntries,
  ...formEntries,
  ...sourceEntries,
  ...operateEntries,
].sort((left, right) => (left.component < right.component ? -1 : 1));

/** Files that the gallery cannot show beside others, and why. */
export const shownOnlyOnPages: ReadonlyMap<string, string> = new Map([
  ['document-frame', 'It is the whole document around a page.'],
  ['version-frame', 'It is the whole document around a page about a version.'],
  ['site-header', 'Every page has it, this one too.'],
  ['site-footer', 'Every page has it, this one too.'],
  ['keys-dialog', 'Every page has it, this one too: press ?'],
  ['structured-data', 'It is for search engines and shows nothing.'],
]);

/** Files that the gallery does not show yet. It only ever gets shorter. */
export const notShownYet: readonly string[] = [];
