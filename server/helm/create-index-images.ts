import { BoundedCache } from '../../registry/bounded-cache.ts';
import type { CatalogReader, CatalogView, CatalogViews } from '../../registry/catalog/types.ts';
import { type ByteImage, createByteImage } from '../http/byte-image.ts';
import { newestOf, toIndexDocument } from './index-document.ts';
import { type IndexView, indexViewKey, narrowCatalog } from './index-view.ts';

export interface IndexImagesOptions {
  readonly views: CatalogViews;
  readonly reader: Pick<CatalogReader, 'getAddon'>;
}

/** Indexes as bytes, each made once per generation. */
export interface IndexImages {
  /** The whole index, as last made: while a catalog is being written, of the generation before. */
  findIndex(catalog: string): ByteImage | undefined;
  makeIndex(view: CatalogView): Promise<ByteImage>;
  /** A narrowed index. */
  makeView(view: CatalogView, narrowing: IndexView): Promise<ByteImage>;
  /** The sparse index: one addon as JSON. */
  makeAddon(view: CatalogView, addon: string): Promise<ByteImage>;
}

const maxNarrowedImages = 64;

/** Keeps one index image for each catalog, and a bounded number of narrowed ones. */
export function createIndexImages({ views, reader }: IndexImagesOptions): IndexImages {
  const whole = new Map<string, { readonly view: CatalogView; readonly image: ByteImage }>();
  const narrowed = new BoundedCache<Promise<ByteImage>>({ maxWeight: maxNarrowedImages });

  async function makeIndex(view: CatalogView): Promise<ByteImage> {
    const known = whole.get(view.catalog);
    if (known?.view === view) return known.image;
    const listed = narrowCatalog(view, {});
    const text = toIndexDocument(listed);
    // A new generation may say nothing new to clients: verdicts, say, stand in no index.
    const same = known?.image.identity.body.equals(Buffer.from(text)) === true ? known.image : undefined;
    const image = same ?? (await createIndexImage(listed, text));
    // A newer view may have come while this one was compressed; its image must not be replaced by an older one.
    if (views.findView(view.catalog) === view) whole.set(view.catalog, { view, image });
    return image;
  }

  function once(view: CatalogView, key: string, make: () => Promise<ByteImage>): Promise<ByteImage> {
    const cacheKey = `${view.catalog}\n${view.generation}\n${key}`;
    const known = narrowed.find(cacheKey);
    if (known !== undefined) return known;
    const made = make();
    narrowed.save(cacheKey, made, 1);
    made.catch(() => narrowed.remove(cacheKey));
    return made;
  }

  return {
    findIndex: (catalog) => whole.get(catalog)?.image,
    makeIndex,
    makeView(view, narrowing) {
      const key = indexViewKey(narrowing);
      if (key === '') return makeIndex(view);
      return once(view, key, () => {
        const kept = narrowCatalog(view, narrowing);
        return createIndexImage(kept, toIndexDocument(kept));
      });
    },
    makeAddon: (view, addon) =>
      once(view, `addon ${addon}`, async () =>
        createByteImage(`${JSON.stringify(await reader.getAddon(view.catalog, addon))}\n`, {
          contentType: 'application/json; charset=utf-8',
          cacheControl: 'no-cache',
        }),
      ),
  };
}

function createIndexImage(view: Pick<CatalogView, 'addons'>, text: string): Promise<ByteImage> {
  return createByteImage(text, {
    contentType: 'application/x-yaml; charset=utf-8',
    cacheControl: 'no-cache',
    lastModified: newestOf(view.addons),
  });
}
