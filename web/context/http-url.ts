/** Reads a URL that an author wrote: serialised anew when it is http or https, undefined when it is anything else. */
export function findHttpUrl(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  return url.href;
}
