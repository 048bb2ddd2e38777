import { describe, inject, it } from 'vitest';
import type { Tools } from './toolchain.ts';

declare module 'vitest' {
  interface ProvidedContext {
    tools: Tools;
  }
}

/** Folders of the tools that a judge asked for. */
export type ToolFolders<Name extends keyof Tools> = Readonly<Record<Name, string>>;

/**
 * Declares the suite of one judge. When a tool that it needs is not to be had, the suite is skipped with the reason in its name;
 * in continuous integration (`CI` set) that is a failure, so that no judge ever goes missing unseen.
 */
export function describeJudge<Name extends keyof Tools>(
  title: string,
  needs: readonly Name[],
  body: (folders: ToolFolders<Name>) => void,
): void {
  const tools = inject('tools');
  const folders: Partial<Record<Name, string>> = {};
  const reasons: string[] = [];
  for (const name of needs) {
    const tool = tools[name];
    if ('missing' in tool) reasons.push(`${name} ${tool.missing}`);
    else folders[name] = tool.folder;
  }
  const reason = reasons.join('; ');
  if (reason === '') {
    // Every name of `needs` was filled in above.
    describe(title, () => body(folders as ToolFolders<Name>));
    return;
  }
  describe(title, () => {
    if (!process.env['CI']) return it.skip(`judges (skipped: ${reason.replaceAll(')', ']')})`, () => {});
    it('is not skipped in continuous integration', () => {
      throw new Error(reason);
    });
  });
}
