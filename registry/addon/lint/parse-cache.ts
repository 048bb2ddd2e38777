import { digestOf } from '../../digest.ts';
import type { CueFile } from './cue-file.ts';
import { readCueOutline } from './cue-outline.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

/** Parsed files by path and content, so that what did not change from one version to the next is parsed once. */
export interface ParseCache {
  yaml(path: string, bytes: Uint8Array): YamlFile;
  cue(path: string, bytes: Uint8Array): CueFile;
}

/** Parses without keeping anything. */
export const noParseCache: ParseCache = {
  yaml: (path, bytes) => readYamlFile(path, decode(bytes)),
  cue: (path, bytes) => readCueOutline(path, decode(bytes)),
};

/**
 * Creates a cache that keeps the files used last, up to a number of bytes of their text (a parsed file takes about eight times as much).
 * All addons of the public catalogue together have one and a half megabytes.
 */
export function createParseCache(maxTextBytes = 2 * 1024 * 1024): ParseCache {
  return {
    yaml: createShelf(maxTextBytes / 2, noParseCache.yaml),
    cue: createShelf(maxTextBytes / 2, noParseCache.cue),
  };
}

function createShelf<Parsed>(maxBytes: number, parse: (path: string, bytes: Uint8Array) => Parsed) {
  const kept = new Map<string, { readonly parsed: Parsed; readonly sizeBytes: number }>();
  let keptBytes = 0;
  return (path: string, bytes: Uint8Array): Parsed => {
    const key = `${digestOf(bytes)} ${path}`;
    const found = kept.get(key);
    if (found !== undefined) {
      kept.delete(key);
      kept.set(key, found);
      return found.parsed;
    }
    const parsed = parse(path, bytes);
    kept.set(key, { parsed, sizeBytes: bytes.length });
    keptBytes += bytes.length;
    for (const [oldest, { sizeBytes }] of kept) {
      if (keptBytes <= maxBytes) break;
      kept.delete(oldest);
      keptBytes -= sizeBytes;
    }
    return parsed;
  };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
