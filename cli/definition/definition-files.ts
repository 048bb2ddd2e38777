import type { OpenEngines } from '../../registry/engine/types.ts';
import { compareFindings } from '../../registry/findings.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { CommandContext } from '../command-context.ts';

/** One definition as it was found on this machine. */
export interface DefinitionFile {
  /** As the person named it, or below that. */
  readonly file: string;
  readonly content: Uint8Array;
}

export interface DefinitionContext extends CommandContext {
  /** Reads the definitions at paths: files, folders with everything below them, and `-` for what is piped in. Throws INPUT_INVALID. */
  readDefinitions(paths: readonly string[]): Promise<readonly DefinitionFile[]>;
  openEngines(): Promise<OpenEngines>;
  /** The version of this program. */
  readonly version: string;
  /** Every rule that a finding can name. */
  listRules(): Promise<readonly { id: string; severity: Finding['severity']; title: string; reason: string }[]>;
}

/** Opens the engines for one piece of work and closes them afterwards, whatever happens. */
export async function withEngines<Result>(
  context: DefinitionContext,
  work: (engines: OpenEngines) => Promise<Result>,
): Promise<Result> {
  const engines = await context.openEngines();
  try {
    return await work(engines);
  } finally {
    await engines.close();
  }
}

/** One list of what several lines say: what they say alike is told once, with the lines that say it. */
export function mergeFindings(
  perLine: readonly { readonly line: ReleaseLine; readonly findings: readonly Finding[] }[],
): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const { line, findings } of perLine) {
    for (const finding of findings) {
      const { for: lines, ...rest } = finding;
      const key = JSON.stringify({ ...rest, ...(lines === undefined ? { everywhere: true } : {}) });
      const known = merged.get(key);
      if (lines === undefined) merged.set(key, finding);
      else merged.set(key, { ...rest, for: [...(known?.for ?? []), line] });
    }
  }
  return [...merged.values()].sort(compareFindings);
}
