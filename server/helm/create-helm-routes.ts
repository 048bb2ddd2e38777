import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CatalogReader, CatalogView, CatalogViews } from '../../registry/catalog/types.ts';
import { sendByteImage } from '../http/byte-image.ts';
import type { ArchiveSender } from './create-archive-sender.ts';
import { createIndexImages } from './create-index-images.ts';
import { parseIndexView } from './index-view.ts';
import { decodeSegment, finishAnswer, refuseMethod, toGone } from './raw-answers.ts';
import { sendText } from './send-text.ts';

export interface HelmRoutesOptions {
  readonly views: CatalogViews;
  readonly sendArchive: ArchiveSender;
  readonly reader: Pick<CatalogReader, 'getAddon'>;
  /** Whether versions of this source may change. */
  readonly isMutable: (source: string) => boolean;
  readonly onBug: (error: unknown) => void;
}

/** Path without the base path, and query without its mark. */
export interface RequestTarget {
  readonly path: string;
  readonly query: string;
}

/** The Helm registry surface, in front of everything else. */
export interface HelmRoutes {
  /** Answers a request for a document below `/c/` and returns true, or leaves it alone and returns false. */
  handle(request: IncomingMessage, response: ServerResponse, target: RequestTarget): boolean;
  /** Makes the index of a new view before anybody asks for it. */
  prepare(view: CatalogView): Promise<void>;
}

/** Serves `/c/<catalog>/index.yaml`, the archives beside it and the sparse `/c/<catalog>/addons/<name>.json`. */
export function createHelmRoutes(options: HelmRoutesOptions): HelmRoutes {
  const images = createIndexImages(options);

  function serveIndex(request: IncomingMessage, response: ServerResponse, view: CatalogView, query: string): void {
    const ready = query === '' ? images.findIndex(view.catalog) : undefined;
    if (ready !== undefined) {
      sendByteImage(request, response, ready);
      return;
    }
    const parsed = parseIndexView(query);
    if (!parsed.ok) sendText(response, { status: 400, text: parsed.error });
    else finish(response, sendWhenMade(request, response, images.makeView(view, parsed.view)));
  }

  function serveSparse(request: IncomingMessage, response: ServerResponse, view: CatalogView, file: string): void {
    const addon = file.endsWith('.json') ? file.slice(0, -'.json'.length) : undefined;
    if (addon === undefined || !view.byName.has(addon)) {
      sendText(response, {
        status: 404,
        text: 'this catalog has no such addon; documents are called like the addon, with .json',
      });
    } else finish(response, sendWhenMade(request, response, images.makeAddon(view, addon)));
  }

  function serveArchive(request: IncomingMessage, response: ServerResponse, view: CatalogView, file: string): void {
    const version = view.byFileName.get(file);
    if (version === undefined) {
      sendText(response, { status: 404, text: 'no such archive; index.yaml beside it lists them' });
    } else if (version.state === 'quarantined') sendText(response, toGone(version.version, version.stateReason));
    else
      finish(
        response,
        options.sendArchive(request, response, { ...version, mutable: options.isMutable(version.source) }),
      );
  }

  const finish = (response: ServerResponse, work: Promise<void> | undefined) =>
    finishAnswer(response, work, options.onBug);

  return {
    handle(request, response, { path, query }) {
      if (!path.startsWith('/c/')) return false;
      const [catalog = '', file = '', inner, ...rest] = path.slice('/c/'.length).split('/');
      // Feeds are text that is made for each request, like pages.
      if (file === '' || file === 'feed.atom' || rest.length > 0 || (inner !== undefined && file !== 'addons'))
        return false;
      if (refuseMethod(request, response)) return true;
      const view = options.views.findView(catalog);
      if (view === undefined) {
        sendText(response, { status: 404, text: 'no such catalog; /api/v1/catalogs lists them' });
      } else if (inner !== undefined) serveSparse(request, response, view, decodeSegment(inner));
      else if (file === 'index.yaml') serveIndex(request, response, view, query);
      else serveArchive(request, response, view, decodeSegment(file));
      return true;
    },
    async prepare(view) {
      await images.makeIndex(view);
    },
  };
}

async function sendWhenMade(
  request: IncomingMessage,
  response: ServerResponse,
  image: ReturnType<ReturnType<typeof createIndexImages>['makeIndex']>,
): Promise<void> {
  sendByteImage(request, response, await image);
}
