import { compareText } from '../findings.ts';
import { freeArchiveName } from './archive-name.ts';
import { countEvaluated } from './build-catalog-view.ts';
import { hasListed, isListed } from './listed.ts';
import type { AddonView, CatalogView, ShadowedAddon, VersionView } from './types.ts';

/** Serves several catalogs as one: of addons with one name that of the first member is kept, with all its versions, and the others are reported. */
export function uniteCatalogViews(catalog: string, members: readonly CatalogView[]): CatalogView {
  const kept = new Map<string, { readonly from: string; readonly addon: AddonView }>();
  const shadowed: ShadowedAddon[] = [];
  for (const member of members) {
    for (const addon of member.addons) {
      const first = kept.get(addon.name);
      if (first === undefined) kept.set(addon.name, { from: member.catalog, addon });
      else shadowed.push({ name: addon.name, catalog: member.catalog, by: first.from });
    }
  }
  const byFileName = new Map<string, VersionView>();
  const addons = [...kept.values()]
    .map(({ addon }) => addon)
    .sort((left, right) => compareText(left.name, right.name))
    .map((addon) => nameArchives(addon, byFileName));
  const versions = [...byFileName.values()];
  return {
    catalog,
    generation: members.reduce((sum, { generation }) => sum + generation, 0),
    addons,
    byName: new Map(addons.map((addon) => [addon.name, addon])),
    byFileName,
    versionCount: versions.filter(isListed).length,
    addonCount: addons.filter(hasListed).length,
    evaluation: countEvaluated(versions),
    evaluationOfSource: new Map(),
    shadowed: shadowed.sort((left, right) => compareText(left.name, right.name)),
  };
}

/** Names that are unique in each member may be wanted twice here. */
function nameArchives(addon: AddonView, byFileName: Map<string, VersionView>): AddonView {
  const versions = addon.versions.map((version) => {
    const fileName = freeArchiveName({ ...version, addon: addon.name }, byFileName);
    const view = fileName === version.fileName ? version : { ...version, fileName };
    byFileName.set(fileName, view);
    return view;
  });
  return { ...addon, versions, latest: versions.find(({ key }) => key === addon.latest?.key) };
}
