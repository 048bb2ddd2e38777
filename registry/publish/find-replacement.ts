import { findVersionView } from '../catalog/create-version-locator.ts';
import type { AddonView, CatalogViews } from '../catalog/types.ts';
import { normalizeVersion } from '../version/normalize-version.ts';
import { checkText, invalidField } from './check-text.ts';

/** What is to be used instead: in full when it is here, else as it was written, with a note. */
export interface Replacement {
  /** `catalog/name[@version]` when it is here. */
  readonly reference: string;
  readonly notes: readonly string[];
}

export interface ReplacedAddon {
  readonly catalog: string;
  readonly addon: string;
  readonly version?: string;
}

const maxLength = 300;

/** Looks up `[catalog/]name[@version]`, without a catalog first beside what it replaces. Throws INPUT_INVALID for what is no reference, or names what it replaces. */
export function findReplacement(
  { views }: { readonly views: CatalogViews },
  text: string,
  replaced: ReplacedAddon,
): Replacement {
  const written = checkText(text, { field: 'replacement', maxLength });
  const [, catalog, name, version] = /^(?:([^/@]+)\/)?([^/@]+)(?:@([^/@]+))?$/.exec(written) ?? [];
  if (name === undefined) {
    throw invalidField('replacement', `replacement "${written}" must be [catalog/]name[@version]`);
  }
  const found = findAddon(views, { catalog, name, beside: replaced.catalog });
  if (found === undefined) return { reference: written, notes: [`${written} is not in this registry`] };
  const reference = `${found.catalog}/${name}`;
  const view = version === undefined ? undefined : findVersionView(found.addon, version);
  if (found.catalog === replaced.catalog && name === replaced.addon && (view === undefined || isSame(view, replaced))) {
    throw invalidField('replacement', `replacement "${written}" is what it would replace`);
  }
  if (version === undefined) return { reference, notes: [] };
  if (view === undefined)
    return { reference: `${reference}@${version}`, notes: [`${reference} has no version ${version}`] };
  const notes = view.state === 'active' ? [] : [`${reference} ${view.version} is ${view.state} itself`];
  return { reference: `${reference}@${view.version}`, notes };
}

function isSame({ key }: { readonly key: string }, { version }: ReplacedAddon): boolean {
  return version === undefined || normalizeVersion(version) === key;
}

function findAddon(
  views: CatalogViews,
  { catalog, name, beside }: { readonly catalog: string | undefined; readonly name: string; readonly beside: string },
): { readonly catalog: string; readonly addon: AddonView } | undefined {
  const all = views.listViews().map((view) => view.catalog);
  const wanted = catalog === undefined ? [beside, ...all.filter((each) => each !== beside)] : [catalog];
  for (const each of wanted) {
    const addon = views.findView(each)?.byName.get(name);
    if (addon !== undefined) return { catalog: each, addon };
  }
  return undefined;
}
