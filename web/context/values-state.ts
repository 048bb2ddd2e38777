import type { ValuesCheck } from '../../schemas/values-check.ts';

/** Values that a person asked about, and what came of it. */
export interface ValuesState {
  /** As they were typed. */
  readonly text: string;
  readonly outcome:
    | { readonly kind: 'check'; readonly check: ValuesCheck }
    | { readonly kind: 'unread'; readonly line: number; readonly column: number; readonly message: string };
}
