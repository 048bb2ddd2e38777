import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';

/** One state of a component. */
export interface GalleryState {
  /** In a few English words. */
  readonly name: string;
  draw(context: PageContext): VNode | null;
}

/** A file of components and the states that it is shown in. */
export interface GalleryEntry {
  /** Name of the file below `web/components`, without its ending. */
  readonly component: string;
  readonly states: readonly GalleryState[];
}
