import type { VNode } from 'preact';
import type { Language, PageContext } from '../../web/context/page-context.ts';
import type { SiteDependencies } from './site-dependencies.ts';

/** What an address asks for. */
export interface PageRequest {
  /** Named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string | readonly string[]>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** In which the page will speak. */
  readonly language: Language;
  /** What a form sent; undefined for a GET. */
  readonly body?: unknown;
  /** Of whoever asks, as far as the connection tells. */
  readonly client: string;
}

/** Draws a page once everything that it shows is known. */
export type PageDrawing = (context: PageContext) => VNode;

/** A page that is no plain 200. */
export interface PageAnswer {
  readonly status: number;
  readonly draw: PageDrawing;
  /** False for what the next request may find different. */
  readonly keep?: false;
}

/** A page that stands somewhere else. */
export interface PageRedirect {
  readonly redirect: string;
}

/** Fetches what a page shows. Throws what the catalogue reader throws. */
export type PageLoader = (
  site: SiteDependencies,
  request: PageRequest,
) => Promise<PageDrawing | PageAnswer | PageRedirect>;

/** Reads a part of the path that stands for one segment. */
export function getParam(request: Pick<PageRequest, 'params'>, name: string): string {
  const value = request.params[name];
  if (typeof value === 'string') return value;
  throw new Error(`the route has no segment ${name}`);
}

/** Reads a part of the path that stands for one or more segments. */
export function getPathParam(request: Pick<PageRequest, 'params'>, name: string): string {
  const value = request.params[name];
  if (typeof value === 'object') return value.join('/');
  throw new Error(`the route has no path ${name}`);
}
