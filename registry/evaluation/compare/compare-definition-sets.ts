import type { DefinitionFacts } from '../../../schemas/definition.ts';
import type { Finding } from '../../../schemas/finding.ts';
import type { DefinitionDifference } from '../../../schemas/version-diff.ts';
import { classifyPath } from '../../addon/layout.ts';
import { compareDefinitions } from '../../definition/diff/compare-definitions.ts';
import { compareBumps } from '../../definition/diff/order-bumps.ts';
import type { Engines } from '../../engine/types.ts';
import { compareText } from '../../findings.ts';
import { maxQuestions } from '../gather-texts.ts';
import { mapLimited } from '../map-limited.ts';
import type { ContentPair } from './compare-addon-parameters.ts';
import { toValueChange } from './to-value-change.ts';
import type { ComparedContent } from './types.ts';

/** A definition of both sides, or one whose file the release line cannot read on one of them. */
interface DefinitionPair {
  readonly facts: DefinitionFacts;
  readonly from: string;
  readonly to: string;
}

interface Judged {
  readonly difference: DefinitionDifference | undefined;
  readonly findings: readonly Finding[];
}

/** Compares the definitions that two addons bring: by kind and name, wherever their files stand. */
export async function compareDefinitionSets(
  context: { readonly engines: Engines },
  sides: ContentPair,
): Promise<{ readonly differences: readonly DefinitionDifference[]; readonly findings: readonly Finding[] }> {
  const { before, after } = sides;
  const later = new Map(after.definitions.map((facts) => [toKey(facts), facts]));
  const earlier = new Map(before.definitions.map((facts) => [toKey(facts), facts]));
  const pairs: DefinitionPair[] = [];
  const differences: DefinitionDifference[] = [];
  for (const facts of before.definitions) {
    const next = later.get(toKey(facts));
    if (next?.digest === facts.digest) continue;
    if (next !== undefined) pairs.push({ facts: next, from: facts.file, to: next.file });
    else if (isUnread(after, facts.file)) pairs.push({ facts, from: facts.file, to: facts.file });
    else differences.push(toRemoved(facts));
  }
  for (const facts of after.definitions) {
    if (earlier.has(toKey(facts))) continue;
    if (isUnread(before, facts.file)) pairs.push({ facts, from: facts.file, to: facts.file });
    else differences.push(toAdded(facts));
  }
  const judged = await mapLimited(pairs, maxQuestions, (pair) => judgePair(context, sides, pair));
  differences.push(...judged.flatMap(({ difference }) => difference ?? []));
  return { differences: differences.sort(compareDifferences), findings: judged.flatMap(({ findings }) => findings) };
}

async function judgePair(
  context: { readonly engines: Engines },
  { before, after, line }: ContentPair,
  { facts, from, to }: DefinitionPair,
): Promise<Judged> {
  const { changes, breaking, bump, findings } = await compareDefinitions(context, {
    before: { file: from, content: findBytes(before, from) },
    after: { file: to, content: findBytes(after, to) },
    line,
  });
  const { kind, name } = facts;
  const [first] = changes;
  // A remark or the order of keys: another text, and nothing that anybody meets.
  if (first === undefined || bump === 'none') return { difference: undefined, findings };
  const broken = changes.filter((change) => change.breaking);
  const told = broken[0] ?? first;
  const more = (broken.length > 0 ? broken.length : changes.length) - 1;
  const message = `${toTitle(facts)}: ${told.message}${more > 0 ? ` (and ${more} more)` : ''}`;
  const difference: DefinitionDifference = {
    kind,
    name,
    change: 'changed',
    file: to,
    breaking,
    bump,
    message,
    changes: changes.map(toValueChange),
  };
  return { difference, findings };
}

function toRemoved(facts: DefinitionFacts): DefinitionDifference {
  const message = `${toTitle(facts)} is gone: applications that use it do not find it.`;
  return { ...toHead(facts), change: 'removed', breaking: true, bump: 'major', message, changes: [] };
}

function toAdded(facts: DefinitionFacts): DefinitionDifference {
  const message = `${toTitle(facts)} is new.`;
  return { ...toHead(facts), change: 'added', breaking: false, bump: 'minor', message, changes: [] };
}

function toHead({ kind, name, file }: DefinitionFacts): Pick<DefinitionDifference, 'kind' | 'name' | 'file'> {
  return { kind, name, file };
}

function toTitle({ kind, name }: DefinitionFacts): string {
  return `The ${kind} \`${name}\``;
}

/** A definition stands in this file, and the release line could not make anything of it. */
function isUnread({ tree, definitions }: ComparedContent, file: string): boolean {
  if (definitions.some((facts) => facts.file === file)) return false;
  return tree.files.some(({ path }) => path === file) && classifyPath(file, undefined).role === 'definition';
}

function findBytes({ tree }: ComparedContent, file: string): Uint8Array {
  return tree.files.find(({ path }) => path === file)?.bytes ?? new Uint8Array();
}

function toKey({ kind, name }: DefinitionFacts): string {
  return `${kind}/${name}`;
}

function compareDifferences(left: DefinitionDifference, right: DefinitionDifference): number {
  return (
    compareBumps(right.bump, left.bump) || compareText(left.kind, right.kind) || compareText(left.name, right.name)
  );
}
