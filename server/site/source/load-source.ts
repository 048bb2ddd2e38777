import { fileNotFound } from '../../../registry/errors.ts';
import { linesPerPage, type SourceExtract, type SourceLine } from '../../../web/context/source-lines.ts';
import { FilePage, type FileView } from '../../../web/pages/file-page.tsx';
import { FilesPage } from '../../../web/pages/files-page.tsx';
import type { Highlighter } from '../highlight/create-highlighter.ts';
import { findFileLanguage } from '../highlight/find-source-language.ts';
import { getVersionData } from '../load-version.ts';
import { getPathParam, type PageLoader } from '../page-loader.ts';
import { parseTexts, refuseParameter } from '../parse-texts.ts';
import { cutLines } from './cut-lines.ts';

const maxFileBytes = 2_000_000;
/** How many characters stand on a page at most: with their colours they stay below 40 KB when compressed. */
const maxPageCharacters = 48_000;

/** The files of a version, or of the folder that the query names. Throws INPUT_INVALID. */
export const loadFiles: PageLoader = async (site, request) => {
  const { folder = '' } = parseTexts(request.query, ['folder'] as const);
  const data = await getVersionData(site, request);
  const path = folder.replace(/\/+$/, '');
  const status = data.version.state === 'quarantined' ? 410 : 200;
  return { status, draw: (context) => FilesPage({ context, ...data, folder: path }) };
};

/** Makes the loader of one file of a version, in whole or in pages. It throws FILE_NOT_FOUND or INPUT_INVALID. */
export function createFileLoader(highlighter: Highlighter): PageLoader {
  return async (site, request) => {
    const data = await getVersionData(site, request);
    const number = parsePageNumber(request.query);
    const { catalog, name, version } = data.version;
    const path = getPathParam(request, 'path');
    const file = data.version.files.find((candidate) => candidate.path === path);
    if (file === undefined) throw fileNotFound(path);
    const text =
      file.sizeBytes > maxFileBytes
        ? undefined
        : toText(await site.reader.readFile({ catalog, addon: name, version, path }));
    if (text === undefined) {
      const view: FileView = { kind: file.sizeBytes > maxFileBytes ? 'tooLarge' : 'binary' };
      return (context) => FilePage({ context, ...data, file, view });
    }
    const lines = await highlighter.highlight({ text, language: findFileLanguage(path), digest: file.digest });
    const view: FileView = { kind: 'text', extract: toExtract(lines, number) };
    return (context) => FilePage({ context, ...data, file, view });
  };
}

function parsePageNumber(query: Readonly<Record<string, unknown>>): number {
  const { page = '1' } = parseTexts(query, ['page'] as const);
  if (!/^[1-9][0-9]{0,5}$/.test(page)) throw refuseParameter('page');
  return Number(page);
}

/** The lines of one page; the last page when there are not so many. */
function toExtract(lines: readonly SourceLine[], number: number): SourceExtract {
  const pages = Math.max(1, Math.ceil(lines.length / linesPerPage));
  const start = (Math.min(number, pages) - 1) * linesPerPage;
  const shown = lines.slice(start, start + linesPerPage);
  return { first: start + 1, lines: cutLines(shown, maxPageCharacters), total: lines.length };
}

function toText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
