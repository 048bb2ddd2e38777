import { isListed } from '../../registry/catalog/listed.ts';
import type { AddonView, CatalogView, VersionView } from '../../registry/catalog/types.ts';
import { worksOn } from '../../registry/catalog/works-on.ts';
import { isOfficialKubeVelaVersion } from '../../registry/version/official-version.ts';
import { admits } from '../../registry/version/requirements.ts';
import { type ReleaseLine, releaseLineSchema } from '../../schemas/release-line.ts';

/** How an index may be narrowed. */
export interface IndexView {
  readonly vela?: string;
  readonly kubernetes?: string;
  /** A release line that is known to enable it. */
  readonly works?: ReleaseLine;
  /** The newest so many versions of each addon. */
  readonly keep?: number;
  /** `stable`: no pre-releases. */
  readonly channel?: 'stable';
}

export type IndexViewResult =
  | { readonly ok: true; readonly view: IndexView }
  | { readonly ok: false; readonly error: string };

/** Reads a query; parameters that mean nothing here (a token, say) are passed over, because the client keeps its endpoint's query on every URL. */
export function parseIndexView(query: string): IndexViewResult {
  const parameters = new URLSearchParams(query);
  const vela = parameters.get('vela') ?? undefined;
  const kubernetes = parameters.get('kubernetes') ?? undefined;
  const keep = parameters.get('keep') ?? undefined;
  const channel = parameters.get('channel') ?? undefined;
  const works = parameters.get('works') ?? undefined;
  const line = releaseLineSchema.enum.find((each) => each === works);
  if (works !== undefined && line === undefined) {
    return { ok: false, error: `works must be one of ${releaseLineSchema.enum.join(', ')}` };
  }
  if (keep !== undefined && !/^[1-9][0-9]{0,3}$/.test(keep)) {
    return { ok: false, error: 'keep must be a whole number from 1 to 9999' };
  }
  if (channel !== undefined && channel !== 'stable') return { ok: false, error: 'channel must be "stable"' };
  for (const [name, version] of [
    ['vela', vela],
    ['kubernetes', kubernetes],
  ] as const) {
    // The client compares nothing with what it does not take for a release, so such a view would admit everything.
    if (version !== undefined && !isOfficialKubeVelaVersion(version)) {
      return { ok: false, error: `${name} must be a version such as 1.10.9` };
    }
  }
  return {
    ok: true,
    view: {
      ...(vela === undefined ? {} : { vela }),
      ...(kubernetes === undefined ? {} : { kubernetes }),
      ...(keep === undefined ? {} : { keep: Number(keep) }),
      ...(channel === undefined ? {} : { channel }),
      ...(line === undefined ? {} : { works: line }),
    },
  };
}

/** One text per distinct view, for a cache; empty for the whole index. */
export function indexViewKey(view: IndexView): string {
  return Object.keys(view).length === 0
    ? ''
    : JSON.stringify([
        view.vela ?? null,
        view.kubernetes ?? null,
        view.keep ?? null,
        view.channel ?? null,
        view.works ?? null,
      ]);
}

/** Keeps what is listed and the view admits; an addon without any version left is left out. */
export function narrowCatalog(catalog: CatalogView, view: IndexView): Pick<CatalogView, 'addons'> {
  const addons: AddonView[] = [];
  for (const addon of catalog.addons) {
    const versions = addon.versions.filter((version) => isAdmitted(version, view)).slice(0, view.keep);
    if (versions.length > 0) addons.push({ ...addon, versions });
  }
  return { addons };
}

function isAdmitted(version: VersionView, view: IndexView): boolean {
  if (!isListed(version)) return false;
  if (view.channel === 'stable' && version.prerelease) return false;
  if (view.works !== undefined && !worksOn(version, view.works)) return false;
  return admits(version.requirements, view);
}
