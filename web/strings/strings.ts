import type { en } from './en.ts';

/** Every text of the pages in one language. A language that lacks a text does not compile. */
export type Strings = typeof en;
