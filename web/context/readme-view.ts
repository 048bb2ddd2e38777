import type { ComponentChildren } from 'preact';

/** A heading that a table of contents leads to. */
export interface ContentsEntry {
  readonly id: string;
  /** From 3 to 6. */
  readonly level: number;
  readonly text: string;
}

/** The text of a readme, ready to be put on a page. */
export interface ReadmeText {
  readonly content: ComponentChildren;
  readonly headings: readonly ContentsEntry[];
}

/** Which part of a readme a page shows, and which readme. */
export interface ReadmeChoice {
  readonly readme?: 'all';
  readonly written?: 'main' | 'zh';
}

/** The readme of a version: its text, or the reason why there is none. */
export type ReadmeView =
  | (ReadmeText & {
      readonly kind: 'text';
      readonly path: string;
      /** The one that the client shows, or the one in Chinese. */
      readonly variant: 'main' | 'zh';
      /** Whether the version has the other one as well. */
      readonly hasOther: boolean;
      /** Set when something is left out: of what fits a page, or of what is ever shown. */
      readonly cut?: 'beginning' | 'all';
    })
  | { readonly kind: 'missing' }
  | { readonly kind: 'withheld' };
