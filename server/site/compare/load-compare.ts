import { findShownVersion } from '../../../registry/catalog/listed.ts';
import { RegistryError } from '../../../registry/errors.ts';
import type { AddonDetail } from '../../../schemas/rest.ts';
import type { FileDifference, VersionDiff } from '../../../schemas/version-diff.ts';
import type { ComparisonState } from '../../../web/context/links.ts';
import type { FileTextDiff } from '../../../web/context/text-diff.ts';
import type { ValuesState } from '../../../web/context/values-state.ts';
import { ComparePage } from '../../../web/pages/compare-page.tsx';
import { getParam, type PageDrawing, type PageLoader, type PageRequest } from '../page-loader.ts';
import { parseLine } from '../parse-definition-state.ts';
import type { SiteDependencies } from '../site-dependencies.ts';
import { createTextDiff, textLimits } from './create-text-diff.ts';

/** Rows that are laid out without being asked for, over all files. */
const maxRows = 800;
/** Files that are looked at without being asked for. */
const maxTexts = 20;
/** Files that turned out to be too long for the page until no other is looked at. */
const maxMisfits = 3;

/** Two versions of an addon next to each other: those that the query names, else the shown one and the one before it. */
export const loadCompare: PageLoader = createCompareLoader(async () => undefined);

/** The same, with what is said of the values that somebody sent along. */
export function createCompareLoader(checkValues: (diff: VersionDiff) => Promise<ValuesState | undefined>): PageLoader {
  return (site, request) => load(site, request, checkValues);
}

async function load(
  site: SiteDependencies,
  request: PageRequest,
  checkValues: (diff: VersionDiff) => Promise<ValuesState | undefined>,
): Promise<PageDrawing> {
  const catalog = getParam(request, 'catalog');
  const addon = await site.reader.getAddon(catalog, getParam(request, 'addon'));
  const { query } = request;
  const line = parseLine(query, site.lines);
  const to = parseText(query['to'], 'to') ?? findShownVersion(addon);
  const from = parseText(query['from'], 'from') ?? (to === undefined ? undefined : findBefore(addon, to));
  const file = parseText(query['file'], 'file');
  const state: ComparisonState = {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(line === undefined ? {} : { for: line }),
    ...(query['view'] === 'split' ? { view: 'split' } : {}),
    ...(file === undefined ? {} : { file }),
  };
  if (from === undefined || to === undefined) {
    return (context) => ComparePage({ context, addon, state, comparison: undefined });
  }
  const pair = { catalog, addon: addon.name, from, to };
  const diff = await site.comparer.compareVersions({ ...pair, ...(line === undefined ? {} : { line }) });
  const texts = await listTexts(site, diff, { catalog, addon: addon.name, file });
  const values = await checkValues(diff);
  return (context) => ComparePage({ context, addon, state, comparison: { diff, texts, values } });
}

/** The version below in the list, which is newest first; of the oldest one, the version above. */
function findBefore({ versions }: AddonDetail, version: string): string | undefined {
  const bare = version.replace(/^v/, '');
  const served = versions.filter(({ state }) => state !== 'quarantined');
  const index = served.findIndex((each) => each.version.replace(/^v/, '') === bare);
  return served[index + 1]?.version ?? served[index - 1]?.version;
}

interface TextsOptions {
  readonly catalog: string;
  readonly addon: string;
  /** The one file that is shown whole. */
  readonly file: string | undefined;
}

/** How the changed texts differ; once a page is full, the others are folded. */
async function listTexts(
  { reader }: Pick<SiteDependencies, 'reader'>,
  diff: VersionDiff,
  { catalog, addon, file: wanted }: TextsOptions,
): Promise<readonly FileTextDiff[]> {
  const changed = diff.files.filter(({ change }) => change === 'changed');
  const texts: FileTextDiff[] = [];
  let rows = 0;
  let looked = 0;
  let misfits = 0;
  for (const { path, before, after } of changed) {
    const isFull = rows >= maxRows || looked >= maxTexts || misfits >= maxMisfits;
    if (path !== wanted && (isFull || wanted !== undefined)) {
      texts.push({ path, view: { kind: 'folded' } });
      continue;
    }
    if (isTooLarge(before) || isTooLarge(after)) {
      texts.push({ path, view: { kind: 'tooLarge' } });
      continue;
    }
    looked += 1;
    const read = ({ version }: VersionDiff['from']) => reader.readFile({ catalog, addon, version, path });
    // Each edit is a row: what has more of them than are left would be folded all the same.
    const maxEdits = path === wanted ? textLimits.maxEdits : maxRows - rows;
    const view = createTextDiff(await read(diff.from), await read(diff.to), maxEdits);
    const height = view.kind === 'text' ? view.hunks.reduce((sum, hunk) => sum + hunk.length, 0) : 0;
    const fits = path === wanted || rows + height <= maxRows;
    texts.push({ path, view: fits ? view : { kind: 'folded' } });
    if (!fits || view.kind === 'folded') misfits += 1;
    else rows += height;
  }
  return texts;
}

function isTooLarge(state: FileDifference['before']): boolean {
  return state !== undefined && state.sizeBytes > textLimits.maxBytes;
}

/** Throws INPUT_INVALID for what is given twice or is too long. */
function parseText(value: unknown, name: string): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string' && value.length <= 1024) return value;
  const message = `${name} is given once, as a short text`;
  throw new RegistryError('INPUT_INVALID', message, { faults: [{ pointer: `/${name}`, message }] });
}
