import { addonNotFound, catalogNotFound, noVersionListed, versionNotFound, versionQuarantined } from '../errors.ts';
import type { VersionReader, VersionRecord } from '../storage/types.ts';
import { normalizeVersion } from '../version/normalize-version.ts';
import { findStanding, hasListed } from './listed.ts';
import type { AddonView, CatalogView, CatalogViews, VersionView } from './types.ts';

/** Finds in the current views what a person names. Throws CATALOG_NOT_FOUND, ADDON_NOT_FOUND or VERSION_NOT_FOUND. */
export interface ViewLocator {
  getView(catalog: string): CatalogView;
  getAddonView(catalog: string, addon: string): AddonView;
  getVersionView(catalog: string, addon: string, version: string): VersionView;
  /** The same for who wants what the version holds. Throws VERSION_QUARANTINED besides. */
  getServedView(catalog: string, addon: string, version: string): VersionView;
}

/** The same, and what the store has of a version. */
export interface VersionLocator extends ViewLocator {
  getRecord(
    catalog: string,
    addon: string,
    version: string,
  ): Promise<{ readonly view: VersionView; readonly record: VersionRecord }>;
}

export interface VersionLocatorOptions {
  readonly views: Pick<CatalogViews, 'findView'>;
  readonly store: Pick<VersionReader, 'findVersion'>;
}

/** Finds versions in the current views. */
export function createViewLocator({ views }: Pick<VersionLocatorOptions, 'views'>): ViewLocator {
  function getView(catalog: string): CatalogView {
    const view = views.findView(catalog);
    if (view === undefined) throw catalogNotFound(catalog);
    return view;
  }

  function getAddonView(catalog: string, addon: string): AddonView {
    const view = getView(catalog).byName.get(addon);
    if (view === undefined) throw addonNotFound(catalog, addon);
    return view;
  }

  function getVersionView(catalog: string, addon: string, version: string): VersionView {
    const all = getAddonView(catalog, addon);
    const view = findVersionView(all, version);
    if (view !== undefined) return view;
    throw version === 'latest' && !hasListed(all)
      ? noVersionListed(catalog, addon)
      : versionNotFound(catalog, addon, version);
  }

  function getServedView(catalog: string, addon: string, version: string): VersionView {
    const view = getVersionView(catalog, addon, version);
    if (view.state !== 'quarantined') return view;
    throw versionQuarantined({ catalog, addon, version: view.version }, view.stateReason?.reason);
  }

  return { getView, getAddonView, getVersionView, getServedView };
}

/** Finds versions in the current views, and in full in the store. */
export function createVersionLocator({ views, store }: VersionLocatorOptions): VersionLocator {
  const located = createViewLocator({ views });
  return {
    ...located,
    async getRecord(catalog, addon, version) {
      const view = located.getVersionView(catalog, addon, version);
      const record = await store.findVersion({ catalog: view.catalog, addon, key: view.key });
      if (record === undefined) throw versionNotFound(catalog, addon, version);
      return { view, record };
    },
  };
}

/** Finds what a person means by a version: the same text but for a leading `v`; `latest` is the one that stands for the addon. */
export function findVersionView(addon: AddonView, version: string): VersionView | undefined {
  const key = normalizeVersion(version);
  const exact = addon.versions.find((each) => each.key === key);
  if (exact !== undefined || version !== 'latest') return exact;
  return findStanding(addon);
}
