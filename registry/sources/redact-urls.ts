/** Takes what may be a secret out of every URL in a text: the user information, and the values of the query. */
export function redactUrls(text: string): string {
  return text
    .replace(/(?<=:\/\/)[^/\s]*@/g, '')
    .replace(/(?<=:\/\/)[^/\s:]*:(?!\d+(?:\/|$))\S*@/g, '')
    .replace(/(?<=:\/\/[^\s?'"]*\?)[^\s'"]+/g, '***');
}
