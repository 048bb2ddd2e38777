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
}

/** Draws a page once everything that it shows is known. */
export type PageDrawing = (context: PageContext) => VNode;

/** A page that is no plain 200. */
export interface PageAnswer {
  readonly status: number;
  readonly draw: PageDrawing;
}

/** Fetches what a page shows. Throws what the catalogue reader throws. */
export type PageLoader = (site: SiteDependencies, request: PageRequest) => Promise<PageDrawing | PageAnswer>;

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
