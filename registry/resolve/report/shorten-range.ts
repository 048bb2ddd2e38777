const maxLength = 80;

/** A range as it stands in a sentence: authors may write very long ones. */
export function shortenRange(range: string): string {
  return range.length <= maxLength ? range : `${range.slice(0, maxLength)}…`;
}
