/** The text as a web address that a list may carry on: http or https, parsed and written anew; undefined for everything else, `javascript:` included. */
export function findWebAddress(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}
