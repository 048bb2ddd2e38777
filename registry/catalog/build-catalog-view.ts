import type { Finding } from '../../schemas/finding.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { EvaluationProgress, FindingCounts } from '../../schemas/rest.ts';
import type { StateEvent } from '../../schemas/version-state.ts';
import { compareText } from '../findings.ts';
import { findState, foldStateEvents, noMarks } from '../state/fold-state-events.ts';
import type { Evaluation, LineRules, LineVerdict, VersionObservation, VersionRecord } from '../storage/types.ts';
import { findNewestStable, isPrerelease } from '../version/choose-version.ts';
import { compareVersionsDescending } from '../version/order-versions.ts';
import { freeArchiveName } from './archive-name.ts';
import { countMarks } from './count-marks.ts';
import { findWebAddress } from './find-web-address.ts';
import { hasListed, isListed } from './listed.ts';
import { createLineAdmission, toVerdicts } from './to-verdicts.ts';
import type { AddonView, CatalogView, VersionView } from './types.ts';

export interface CatalogContent {
  readonly catalog: string;
  readonly generation: number;
  readonly records: readonly VersionRecord[];
  readonly observations: readonly VersionObservation[];
  readonly evaluations: readonly Evaluation[];
  /** The lines that are judged, oldest first. */
  readonly lines: readonly LineRules[];
  readonly verdicts: readonly LineVerdict[];
  /** Oldest first. */
  readonly events: readonly StateEvent[];
}

/** Projects the rows of one catalog into what lists and indexes need; equal rows give equal views, whatever their order. */
export function buildCatalogView(content: CatalogContent): CatalogView {
  const observations = new Map(content.observations.map((each) => [versionPath(each.addon, each.key), each]));
  const evaluations = new Map(content.evaluations.map((each) => [each.treeDigest, each]));
  const verdicts = groupBy(content.verdicts, ({ treeDigest }) => treeDigest);
  const events = groupBy(content.events, ({ name }) => name);
  const grouped = groupBy(content.records, ({ addon }) => addon);
  const context = { lines: content.lines, admits: createLineAdmission() };
  const byFileName = new Map<string, VersionView>();
  const addons: AddonView[] = [];
  for (const name of [...grouped.keys()].sort(compareText)) {
    const records = grouped.get(name) ?? [];
    const said = events.get(name);
    const marks = said === undefined ? noMarks : foldStateEvents(said);
    records.sort((left, right) => compareVersionsDescending(left.version, right.version));
    const versions = records.map((record) => {
      const observation = observations.get(versionPath(record.addon, record.key));
      const findings = [...(evaluations.get(record.treeDigest)?.findings ?? []), ...(observation?.findings ?? [])];
      const judged = (verdicts.get(record.treeDigest) ?? []).filter(({ line }) => isJudged(content.lines, line));
      const { state, reason } = findState(marks, record.version);
      const view = toVersionView(record, {
        state,
        stateReason: reason,
        contents: observation?.contents.length ?? 1,
        verdicts: toVerdicts(context, record.metadata.system ?? {}, judged),
        evaluated: content.lines.every((rules) => judged.some((verdict) => isOfNow(verdict, rules))),
        findings: addCounts(countFindings(findings), countMarks(judged)),
        fileName: freeArchiveName(record, byFileName),
      });
      byFileName.set(view.fileName, view);
      return view;
    });
    const newest = findNewestStable(versions.filter(isListed).map((version) => version.version));
    addons.push({ name, versions, latest: versions.find((version) => version.version === newest) });
  }
  const all = [...byFileName.values()];
  return {
    catalog: content.catalog,
    generation: content.generation,
    addons,
    byName: new Map(addons.map((addon) => [addon.name, addon])),
    byFileName,
    versionCount: all.filter(isListed).length,
    addonCount: addons.filter(hasListed).length,
    evaluation: countEvaluated(all),
    evaluationOfSource: new Map(
      [...groupBy(all, ({ source }) => source)].map(([source, versions]) => [source, countEvaluated(versions)]),
    ),
  };
}

/** Counts versions that the rules of now have judged on every line. */
export function countEvaluated(versions: readonly VersionView[]): EvaluationProgress {
  return { done: versions.filter(({ evaluated }) => evaluated).length, total: versions.length };
}

function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}

function isJudged(lines: readonly LineRules[], line: ReleaseLine): boolean {
  return lines.some((rules) => rules.line === line);
}

function isOfNow(verdict: LineVerdict, rules: LineRules): boolean {
  return verdict.line === rules.line && verdict.ruleSet === rules.ruleSet;
}

function addCounts(left: FindingCounts, right: FindingCounts): FindingCounts {
  return {
    error: left.error + right.error,
    warning: left.warning + right.warning,
    info: left.info + right.info,
  };
}

/** Counts findings by severity. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

function toVersionView(
  record: VersionRecord,
  rest: Pick<VersionView, 'state' | 'stateReason' | 'contents' | 'verdicts' | 'evaluated' | 'findings' | 'fileName'>,
): VersionView {
  const { metadata } = record;
  return {
    catalog: record.catalog,
    source: record.source,
    key: record.key,
    version: record.version,
    prerelease: isPrerelease(record.version),
    description: metadata.description,
    icon: findWebAddress(metadata.icon),
    hasOwnIcon: isOwnIcon(metadata.icon),
    url: findWebAddress(metadata.url),
    tags: metadata.tags,
    requirements: metadata.system ?? {},
    dependencies: metadata.dependencies,
    digest: record.digest,
    treeDigest: record.treeDigest,
    sizeBytes: record.sizeBytes,
    published: record.published,
    ...rest,
  };
}

/** Whether an icon is a `data:` URL or a path in the addon folder. */
function isOwnIcon(icon: string | undefined): boolean {
  return icon !== undefined && icon !== '' && (/^data:/i.test(icon) || !/^([a-z][a-z0-9+.-]*:|\/)/i.test(icon));
}

function versionPath(addon: string, key: string): string {
  return `${addon}\n${key}`;
}
