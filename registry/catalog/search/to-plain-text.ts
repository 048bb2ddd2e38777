/** Takes the markup off a Markdown text and leaves the words that people read, with the texts of links and pictures and without their addresses; at most `maxLength` characters. */
export function toPlainText(markdown: string, maxLength: number): string {
  // Markup takes room of its own; nothing after this can be wanted.
  const text = markdown
    .slice(0, maxLength * 4)
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<[^<>]{0,1000}>/g, ' ')
    .replace(/!?\[([^[\]]{0,500})\]\([^()\s]{0,2000}(?:\s[^()]{0,500})?\)/g, '$1')
    .replace(/^\s*\[[^[\]]{1,200}\]:\s*\S+.*$/gm, ' ')
    .replace(/\bhttps?:\/\/\S{1,2000}/g, ' ')
    .replace(/^\s*(?:[-*_=]\s*){3,}$/gm, ' ')
    .replace(/^[\s>]*(?:#{1,6}|[-*+]|\d{1,3}\.)\s/gm, ' ')
    .replace(/[`*~|]+/g, ' ');
  return text.replace(/\s+/g, ' ').trim().slice(0, maxLength);
}
