import type { RequestHandler } from 'express';
import { setForeignHeaders } from './page-headers.ts';
import type { SiteDependencies } from './site-dependencies.ts';

/** Sends an icon by the digits of its digest, so that it may be kept for ever; what is not here is nobody's page. */
export function createIconHandler({ icons }: Pick<SiteDependencies, 'icons'>): RequestHandler<{ name: string }> {
  return async (request, response, next) => {
    const { name } = request.params;
    const icon = /^[0-9a-f]{64}$/.test(name) ? await icons.findIcon(name) : undefined;
    if (icon === undefined) return next();
    setForeignHeaders(response);
    response.set({
      'Content-Type': icon.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      ETag: `"${name}"`,
    });
    response.end(Buffer.from(icon.bytes));
  };
}
