import { digestHex } from '../digest.ts';
import { toIconKey } from '../icons/to-icon-key.ts';
import type { Icon, IconStore } from '../icons/types.ts';
import type { CatalogViews } from './types.ts';

/** Names one version whose icon is to be shown. */
export interface IconReference {
  readonly catalog: string;
  readonly name: string;
  readonly version: string;
}

/** Icons that are here already; asking never fetches one. */
export interface IconReader {
  /** Grows whenever another icon is to be shown. */
  readonly generation: number;
  /** The hexadecimal digits of the digest of an icon; undefined while there is none. */
  findIconName(reference: IconReference): string | undefined;
  /** An icon by that name. */
  findIcon(name: string): Promise<Icon | undefined>;
}

/** Makes the reader of the icons of all catalogs, unions included. */
export function createIconReader({
  views,
  icons,
}: {
  readonly views: Pick<CatalogViews, 'findView'>;
  readonly icons: Pick<IconStore, 'findEntry' | 'findIcon' | 'generation'>;
}): IconReader {
  return {
    get generation() {
      return icons.generation;
    },
    findIconName({ catalog, name, version }) {
      const shown = views
        .findView(catalog)
        ?.byName.get(name)
        ?.versions.find((each) => each.version === version);
      const key = shown && toIconKey(shown);
      const entry = key === undefined ? undefined : icons.findEntry(key);
      return entry?.icon === undefined ? undefined : digestHex(entry.icon.digest);
    },
    findIcon: (name) => icons.findIcon(name),
  };
}
