import type { Finding } from '../../schemas/finding.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { type CatalogMember, findCatalogFindings } from '../evaluation/catalog/find-catalog-findings.ts';
import type { LineEvaluationStore } from '../storage/types.ts';
import { preferLines } from './choose-line.ts';
import { findStanding } from './listed.ts';
import type { AddonView, CatalogView, CatalogViews, VersionView } from './types.ts';

export interface CompanyJudgeOptions {
  readonly views: CatalogViews;
  readonly store: Pick<LineEvaluationStore, 'findFacts' | 'listDefinitions'>;
  /** The release lines that are judged, oldest first. */
  readonly lines: readonly ReleaseLine[];
}

/** Tells what is wrong with a version of an addon in the company of the other addons. Only the version that stands for its addon is judged; others have no findings. */
export type CompanyJudge = (addon: string, version: VersionView) => Promise<readonly Finding[]>;

type FindingsByAddon = ReadonlyMap<string, readonly Finding[]>;

/** Judges the versions that stand for all addons of all catalogs together, once for the views of now and when somebody asks. */
export function createCompanyJudge({ views, store, lines }: CompanyJudgeOptions): CompanyJudge {
  const [line] = preferLines(lines);
  let judged: { readonly generations: string; readonly findings: Promise<FindingsByAddon> } | undefined;

  async function toMember(catalog: string, addon: AddonView, of: ReleaseLine): Promise<CatalogMember | undefined> {
    const version = findStanding(addon);
    if (version === undefined) return undefined;
    const id = { treeDigest: version.treeDigest, line: of };
    const facts = await store.findFacts(id, ['uses']);
    if (facts === undefined) return undefined;
    const definitions = await store.listDefinitions(id);
    const dependencies = version.dependencies.map(({ name }) => name);
    return { catalog, name: addon.name, version: version.version, dependencies, facts: { ...facts, definitions } };
  }

  async function judge(current: readonly CatalogView[], of: ReleaseLine): Promise<FindingsByAddon> {
    const members = await Promise.all(
      current.flatMap(({ catalog, addons }) => addons.map((addon) => toMember(catalog, addon, of))),
    );
    const found = findCatalogFindings(
      members.filter((member) => member !== undefined),
      of,
    );
    return new Map(found.map(({ catalog, name, findings }) => [addonKey(catalog, name), findings]));
  }

  return async (addon, version) => {
    const { catalog } = version;
    const view = views.findView(catalog)?.byName.get(addon);
    if (line === undefined || view === undefined || findStanding(view)?.key !== version.key) return [];
    const current = views.listViews();
    const generations = current.map((each) => `${each.catalog} ${each.generation}`).join('\n');
    if (judged?.generations !== generations) {
      const findings = judge(current, line);
      judged = { generations, findings };
      findings.catch(() => {
        if (judged?.findings === findings) judged = undefined;
      });
    }
    return (await judged.findings).get(addonKey(catalog, addon)) ?? [];
  };
}

function addonKey(catalog: string, addon: string): string {
  return `${catalog}\n${addon}`;
}
