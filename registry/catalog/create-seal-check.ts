import { findVersionView } from './create-version-locator.ts';
import type { CatalogViews } from './types.ts';

export interface SealCheckOptions {
  readonly views: Pick<CatalogViews, 'findView'>;
  /** Whether versions of this source may change. */
  readonly isMutable: (source: string) => boolean;
}

/** Names a version as an address does. */
export interface AddressedVersion {
  readonly catalog: string;
  readonly addon: string;
  readonly version: string;
}

/** Makes a function that tells whether what stands under this very address stays the same for ever. */
export function createSealCheck({ views, isMutable }: SealCheckOptions): (address: AddressedVersion) => boolean {
  return ({ catalog, addon, version }) => {
    const view = views.findView(catalog)?.byName.get(addon);
    const found = view === undefined || version === 'latest' ? undefined : findVersionView(view, version);
    return found !== undefined && !isMutable(found.source);
  };
}
