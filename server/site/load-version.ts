import type { VNode } from 'preact';
import type { EvaluatedReference } from '../../registry/catalog/types.ts';
import type { AddonDetail, VersionDetail } from '../../schemas/rest.ts';
import type { VersionPageData } from '../../web/context/version-page-data.ts';
import { EffectsPage } from '../../web/pages/effects-page.tsx';
import { FindingsPage } from '../../web/pages/findings-page.tsx';
import { VersionsPage } from '../../web/pages/versions-page.tsx';
import { getParam, type PageAnswer, type PageDrawing, type PageLoader, type PageRequest } from './page-loader.ts';
import { parseLine } from './parse-definition-state.ts';
import type { SiteDependencies } from './site-dependencies.ts';

/** A page that shows nothing but the version itself. */
export function createVersionLoader(page: (data: VersionPageData) => VNode): PageLoader {
  return async (site, request) => {
    const data = await getVersionData(site, request);
    return answer(data.version, (context) => page({ context, ...data }));
  };
}

/** What enabling a version does to a cluster, as one release line renders it. */
export const loadEffects: PageLoader = async (site, request) => {
  const data = await getVersionData(site, request);
  const effects = await site.evaluations.getEffects(toReference(site, request, data.version));
  return answer(data.version, (context) => EffectsPage({ context, ...data, effects }));
};

const maxEvents = 100;

/** All versions of an addon, with what was said of their states lately. */
export const loadVersions: PageLoader = async (site, request) => {
  const data = await getVersionData(site, request);
  const { catalog, name: addon } = data.version;
  const { items } = await site.states.listStateHistory({ catalog, addon, limit: maxEvents });
  return answer(data.version, (context) => VersionsPage({ context, ...data, events: items }));
};

/** The findings of a version, of all release lines or of one. */
export const loadFindings: PageLoader = async (site, request) => {
  const line = parseLine(request.query, site.lines);
  const data = await getVersionData(site, request);
  return answer(data.version, (context) => FindingsPage({ context, ...data, line }));
};

/** What is known of a quarantined version is shown, with the status that says that the rest is gone. */
export function answer({ state }: Pick<VersionDetail, 'state'>, draw: PageDrawing): PageDrawing | PageAnswer {
  return state === 'quarantined' ? { status: 410, draw } : draw;
}

/** Names a version as the release line of the query sees it. Throws INPUT_INVALID. */
export function toReference(
  { lines }: SiteDependencies,
  request: PageRequest,
  { catalog, name, version }: VersionDetail,
): EvaluatedReference {
  const line = parseLine(request.query, lines);
  return { catalog, addon: name, version, ...(line === undefined ? {} : { line }) };
}

/** A version together with its addon, as the address names them. */
export async function getVersionData(
  { reader }: SiteDependencies,
  request: PageRequest,
): Promise<{ readonly addon: AddonDetail; readonly version: VersionDetail }> {
  const catalog = getParam(request, 'catalog');
  const name = getParam(request, 'addon');
  const addon = await reader.getAddon(catalog, name);
  return { addon, version: await reader.getVersion(catalog, name, getParam(request, 'version')) };
}
