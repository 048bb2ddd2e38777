import { findShownVersion } from '../../../registry/catalog/listed.ts';
import { versionNotFound } from '../../../registry/errors.ts';
import type { VersionDetail } from '../../../schemas/rest.ts';
import { createLinks } from '../../../web/context/links.ts';
import type { ReadmeView } from '../../../web/context/readme-view.ts';
import { ReadmePage } from '../../../web/pages/readme-page.tsx';
import type { Highlighter } from '../highlight/create-highlighter.ts';
import { answer, getVersionData } from '../load-version.ts';
import { getParam, type PageLoader, type PageRequest } from '../page-loader.ts';
import { parseTexts, refuseParameter } from '../parse-texts.ts';
import type { SiteDependencies } from '../site-dependencies.ts';
import { loadReadme, type ReadmeOptions } from './load-readme.ts';

/** Makes the loader of the page of an addon: the version that stands for it, or its newest when none is listed. It throws INPUT_INVALID. */
export function createAddonLoader(highlighter: Highlighter): PageLoader {
  return async (site, request) => {
    const catalog = getParam(request, 'catalog');
    const addon = await site.reader.getAddon(catalog, getParam(request, 'addon'));
    const newest = findShownVersion(addon);
    if (newest === undefined) throw versionNotFound(catalog, addon.name, 'latest');
    const version = await site.reader.getVersion(catalog, addon.name, newest);
    const readme = await loadServedReadme({ site, highlighter, request }, version);
    return answer(version, (context) => {
      const canonical = context.links.addon(catalog, addon.name);
      return ReadmePage({ context, addon, version, readme, canonical });
    });
  };
}

/** Makes the loader of the first page of a version. It throws INPUT_INVALID. */
export function createReadmeLoader(highlighter: Highlighter): PageLoader {
  return async (site, request) => {
    const data = await getVersionData(site, request);
    const readme = await loadServedReadme({ site, highlighter, request }, data.version);
    return answer(data.version, (context) => ReadmePage({ context, ...data, readme }));
  };
}

interface ReadmeRequest {
  readonly site: SiteDependencies;
  readonly highlighter: Highlighter;
  readonly request: PageRequest;
}

async function loadServedReadme(
  { site, highlighter, request }: ReadmeRequest,
  version: VersionDetail,
): Promise<ReadmeView> {
  const options = parseReadmeOptions(request);
  if (version.state === 'quarantined') return { kind: 'withheld' };
  const links = createLinks(site.address.basePath);
  return loadReadme({ reader: site.reader, highlighter, links }, version, options);
}

function parseReadmeOptions({ query, language }: PageRequest): ReadmeOptions {
  const { readme, written = language === 'zh' ? 'zh' : 'main' } = parseTexts(query, ['readme', 'written'] as const);
  if (readme !== undefined && readme !== 'all') throw refuseParameter('readme');
  if (written !== 'main' && written !== 'zh') throw refuseParameter('written');
  return { variant: written, extent: readme === undefined ? 'beginning' : 'all' };
}
