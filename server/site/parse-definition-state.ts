import type { DefinitionQuery } from '../../registry/catalog/definition-types.ts';
import type { DefinitionKind } from '../../schemas/definition.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { parseTexts, parseWords, refuseParameter } from './parse-texts.ts';

const kinds: readonly DefinitionKind[] = ['component', 'trait', 'policy', 'workflow-step', 'workload'];

/** A kind of definition as addresses name it; undefined for any other word. */
export function parseKind(text: string): DefinitionKind | undefined {
  return kinds.find((kind) => kind === text);
}

/** What stands in the address of the list of definitions. */
export interface DefinitionListRequest {
  readonly state: DefinitionQuery;
  /** The words as they were given, which the address of no other page repeats whole. */
  readonly asked: string | undefined;
}

/** Reads the query of the list of definitions. Throws INPUT_INVALID. */
export function parseDefinitionListState(query: Readonly<Record<string, unknown>>): DefinitionListRequest {
  const { asked, ...words } = parseWords(query);
  const { kind: text, ...others } = parseTexts(query, ['kind', 'catalog', 'addon', 'cursor'] as const);
  const state = { ...words, ...others };
  if (text === undefined) return { state, asked };
  const kind = parseKind(text);
  if (kind === undefined) throw refuseParameter('kind');
  return { state: { ...state, kind }, asked };
}

/** Which version of a definition the query asks for, and for which release line. */
export interface DefinitionPlaceChoice {
  readonly catalog?: string;
  readonly addon?: string;
  readonly version?: string;
  readonly line?: ReleaseLine;
}

/** Reads what narrows a definition to one version and line. Throws INPUT_INVALID. */
export function parseChoice(
  query: Readonly<Record<string, unknown>>,
  lines: readonly ReleaseLine[],
): DefinitionPlaceChoice {
  const line = parseLine(query, lines);
  return {
    ...parseTexts(query, ['catalog', 'addon', 'version'] as const),
    ...(line === undefined ? {} : { line }),
  };
}

/** Reads the release line that `for` names; undefined when it names none. Throws INPUT_INVALID for one that is not judged here. */
export function parseLine(
  query: Readonly<Record<string, unknown>>,
  lines: readonly ReleaseLine[],
): ReleaseLine | undefined {
  const { for: text } = parseTexts(query, ['for'] as const);
  if (text === undefined) return undefined;
  const line = lines.find((candidate) => candidate === text);
  if (line === undefined) throw refuseParameter('for');
  return line;
}
