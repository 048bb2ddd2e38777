/** What the script of the search field says, in the language of the page. */
export interface SearchFieldWords {
  readonly results: string;
  readonly groups: { readonly addon: string; readonly definition: string; readonly parameter: string };
  /** By kind of definition. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly didYouMean: string;
  readonly allFor: string;
  readonly none: string;
  /** With `#` where the number stands. */
  readonly status: string;
}
