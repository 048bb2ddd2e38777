import type { AddonMetadata } from '../../../../schemas/addon.ts';
import type { Finding } from '../../../../schemas/finding.ts';
import type { JsonObject } from '../../../../schemas/json.ts';
import type { ReleaseLine } from '../../../../schemas/release-line.ts';
import type { ValueIssue, ValuesCheck } from '../../../../schemas/values-check.ts';
import type { FileTree } from '../../../addon/types.ts';
import type { Engines } from '../../../engine/types.ts';
import type { BundleObject } from '../../../render/create-bundle.ts';
import { getReleaseLine } from '../../../version/release-lines.ts';
import { boundText } from '../bound-text.ts';
import { compareObjects } from '../compare-objects.ts';
import { readParameterFile } from '../read-parameter-file.ts';
import { type DeclaredIssue, type DeclaredParameters, findValueIssues } from './find-value-issues.ts';
import { sayIssue } from './say-issue.ts';

/** A version rendered with the values in question. */
export interface ValuesSide {
  readonly metadata: AddonMetadata;
  readonly tree: FileTree;
  readonly rendering:
    | { readonly objects: readonly BundleObject[] }
    | { readonly refused: string; readonly findings: readonly Finding[] };
}

export interface CheckValuesOptions {
  /** The version that the values are used with now; absent when nobody says. */
  readonly before?: ValuesSide;
  readonly after: ValuesSide;
  readonly line: ReleaseLine;
  readonly values: JsonObject;
}

const maxIssues = 500;
const maxObjects = 300;

/**
 * Says whether values are still valid in another version: what its declarations say of each, and what a release line makes of all of them,
 * which has the last word. Throws ENGINE_UNAVAILABLE or ENGINE_BUSY.
 */
export async function checkValues(
  context: { readonly engines: Engines },
  { before, after, line, values }: CheckValuesOptions,
): Promise<ValuesCheck> {
  const [was, is] = await Promise.all([
    before === undefined ? undefined : describe(context, before, line),
    describe(context, after, line),
  ]);
  const refusal = 'refused' in after.rendering ? after.rendering : undefined;
  const declared =
    is === undefined ? [] : findValueIssues({ values, after: is, ...(was === undefined ? {} : { before: was }) });
  const issues = declared.map((issue) => judge(issue, refusal !== undefined)).sort(compareIssues);
  const canCompare = before !== undefined && 'objects' in before.rendering && 'objects' in after.rendering;
  const objects = canCompare ? compareObjects(listObjects(before), listObjects(after)) : [];
  return {
    ...(before === undefined ? {} : { from: before.metadata.version }),
    to: after.metadata.version,
    for: line,
    valid: refusal === undefined,
    ...(refusal === undefined ? {} : { refused: refusal.refused }),
    findings: [...(refusal?.findings ?? [])],
    ...(before !== undefined && 'refused' in before.rendering
      ? { refusedBefore: boundText(before.rendering.refused) }
      : {}),
    issues: issues.slice(0, maxIssues),
    objects: objects.slice(0, maxObjects),
    cut: issues.length > maxIssues || objects.length > maxObjects,
  };
}

async function describe(
  { engines }: { readonly engines: Engines },
  side: ValuesSide,
  line: ReleaseLine,
): Promise<DeclaredParameters | undefined> {
  const request = { file: readParameterFile(side), line };
  const described = await engines.ask({ engine: getReleaseLine(line).engine, operation: 'describe', request });
  return described.kind === 'answer' ? described.value : undefined;
}

/** What the line takes, it takes, whatever is declared. */
function judge(issue: DeclaredIssue, isRefused: boolean): ValueIssue {
  const effect = issue.effect === 'refused' && !isRefused ? 'accepted' : issue.effect;
  return { ...issue, effect, message: sayIssue({ ...issue, effect }) };
}

const order: readonly ValueIssue['effect'][] = ['refused', 'changed', 'ignored', 'accepted'];

function compareIssues(left: ValueIssue, right: ValueIssue): number {
  return order.indexOf(left.effect) - order.indexOf(right.effect);
}

function listObjects({ rendering }: ValuesSide): readonly BundleObject[] {
  return 'objects' in rendering ? rendering.objects : [];
}
