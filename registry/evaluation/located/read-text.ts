import type { LintSubject } from '../../addon/lint/types.ts';

/** The text of a file of the addon; empty when there is no such file. */
export function readText({ documents }: Pick<LintSubject, 'documents'>, file: string): string {
  const bytes = documents.files.find(({ path }) => path === file)?.bytes;
  return new TextDecoder().decode(bytes);
}
