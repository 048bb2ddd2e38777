import type { RequestHandler } from 'express';
import { fileNotFound } from '../../registry/errors.ts';
import { setForeignHeaders } from './page-headers.ts';
import { getParam, getPathParam } from './page-loader.ts';
import { findPictureType } from './picture-type.ts';
import type { SiteDependencies } from './site-dependencies.ts';

/** Sends the bytes of a file: pictures as pictures, everything else as plain text or as a download, never as anything that runs. */
export function createRawFileHandler({ reader }: SiteDependencies): RequestHandler {
  return async (request, response) => {
    const [catalog, name] = [getParam(request, 'catalog'), getParam(request, 'addon')];
    const path = getPathParam(request, 'path');
    const { version, files } = await reader.getVersion(catalog, name, getParam(request, 'version'));
    const file = files.find((candidate) => candidate.path === path);
    if (file === undefined) throw fileNotFound(path);
    const bytes = await reader.readFile({ catalog, addon: name, version, path });
    const picture = findPictureType(bytes);
    setForeignHeaders(response);
    response.set({ 'Cache-Control': 'private, no-cache', ETag: `"${file.digest}"` });
    // Before the type: naming an attachment sets a type by the file's extension.
    if (picture === 'image/svg+xml' || picture === undefined) response.attachment(path.split('/').at(-1));
    response.type(picture ?? (bytes.includes(0) ? 'application/octet-stream' : 'text/plain; charset=utf-8'));
    response.send(Buffer.from(bytes));
  };
}
