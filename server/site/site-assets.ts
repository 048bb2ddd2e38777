import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { PageAssets } from '../../web/context/page-context.ts';
import { findPackageRoot } from '../config/package-root.ts';

/** A file that is served as it is, for ever, under a name that holds its hash. */
export interface SiteAsset {
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly zipped: Buffer;
}

export interface SiteAssets {
  readonly names: PageAssets;
  findAsset(fileName: string): SiteAsset | undefined;
}

const root = pathToFileURL(`${findPackageRoot()}/`);
const builtFolder = new URL('dist/web/', root);
const isBuilt = import.meta.url.startsWith(new URL('dist/', root).href);
const webFolder = isBuilt ? builtFolder : new URL('web/', root);
// Scripts exist compiled only, where the last build put them.
const islandFolder = new URL('islands/', builtFolder);

/** Reads stylesheet, icon and scripts into memory, once. A script that was not built is left out: every page works without. */
export function readSiteAssets(): SiteAssets {
  const served = new Map<string, SiteAsset>();
  function add(name: string, extension: string, options: { contentType: string; bytes: Buffer }): string {
    const hash = createHash('sha256').update(options.bytes).digest('hex').slice(0, 12);
    const fileName = `${name}.${hash}.${extension}`;
    served.set(fileName, { ...options, zipped: gzipSync(options.bytes, { level: 9 }) });
    return fileName;
  }
  function addIsland(name: string): string | undefined {
    const file = new URL(`${name}.js`, islandFolder);
    if (!existsSync(file)) return undefined;
    return add(name, 'js', { contentType: 'text/javascript; charset=utf-8', bytes: readFileSync(file) });
  }
  const names: PageAssets = {
    stylesheet: add('site', 'css', { contentType: 'text/css; charset=utf-8', bytes: readStylesheet() }),
    icon: add('icon', 'svg', {
      contentType: 'image/svg+xml',
      bytes: readFileSync(new URL('assets/icon.svg', webFolder)),
    }),
    islands: {
      keys: addIsland('keys'),
      copy: addIsland('copy'),
      theme: addIsland('theme'),
      source: addIsland('source'),
      graph: addIsland('graph'),
      parameters: addIsland('parameters'),
      progress: addIsland('progress'),
      search: addIsland('search'),
    },
  };
  return { names, findAsset: (fileName) => served.get(fileName) };
}

/** All style files as one; `layers.css` comes first because it fixes the order of the layers. */
function readStylesheet(): Buffer {
  const folder = new URL('styles/', webFolder);
  const files = readdirSync(fileURLToPath(folder)).filter((file) => file.endsWith('.css') && file !== 'layers.css');
  return Buffer.concat(['layers.css', ...files.sort()].map((file) => readFileSync(new URL(file, folder))));
}
