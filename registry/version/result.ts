/**
 * What a fallible reading of data gives: the value, or the reason in the words of the library or client that is
 * followed.
 */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

/** The good outcome. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** The bad outcome, with its reason. */
export function failure(error: string): { readonly ok: false; readonly error: string } {
  return { ok: false, error };
}
