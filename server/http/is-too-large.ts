/** Whether a body was refused for its size, or for the number of its fields: 413 is what Express's parsers say of both. */
export function isTooLarge(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'status' in cause && cause.status === 413;
}
