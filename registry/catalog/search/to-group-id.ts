import type { CatalogViews } from '../types.ts';

/** Id of an addon among the documents of the search: a union lists under its own name what stands there under the name of a member. */
export function toGroupId(
  views: CatalogViews,
  { catalog, addon }: { readonly catalog: string; readonly addon: string },
): string {
  const held = views.findView(catalog)?.byName.get(addon)?.versions[0];
  return `${held?.catalog ?? catalog}/${addon}`;
}
