const simpleString = /^(?:"([^"\\\n]*)"|'([^'\\\n]*)'|#+"([^\n]*)"#+)$/;

/** Content of a string literal on one line without escapes; of one on several lines the text between its quotes. */
export function readCueString(literal: string): string | undefined {
  const simple = simpleString.exec(literal);
  if (simple !== null) {
    const content = simple[1] ?? simple[2] ?? simple[3] ?? '';
    return content.includes('\\#') ? undefined : content;
  }
  const fenced = /^(#*)("""|''')([\s\S]*)\2\1$/.exec(literal);
  const content = fenced?.[3];
  if (content === undefined || content.includes(`\\${fenced?.[1] ?? ''}`)) return undefined;
  return content.trim();
}
