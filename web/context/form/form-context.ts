import type { Strings } from '../../strings/strings.ts';

/** What the form and the manifest beside it need to know besides their own data, on the server and in a browser alike. */
export interface FormContext {
  readonly text: Pick<Strings, 'form' | 'manifest'>;
  /** A script keeps the page up to date: buttons that only a plain form needs are left out. */
  readonly live: boolean;
  /** Where the form is sent, with the release line and without a fragment. */
  readonly action: string;
  /** Address of the page about a rule. */
  readonly toRule: (id: string) => string;
  /** Folds that are to stand open, by the place of their field. */
  readonly opened: ReadonlySet<string>;
}
