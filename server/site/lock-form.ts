import type { RequestHandler } from 'express';
import { RegistryError, type RegistryErrorCode } from '../../registry/errors.ts';
import { createLinks } from '../../web/context/links.ts';
import { createFormParser, createSenderCheck } from './form-guards.ts';
import { readPlanFields, toResolveRequest } from './plan-request.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { readVisitor } from './visitor.ts';

const maxBodyBytes = 64 * 1024;

/** What the planner's page says better than a page about a problem. */
const toldByPlanner: ReadonlySet<RegistryErrorCode> = new Set([
  'NOT_SOLVABLE',
  'GAVE_UP',
  'INPUT_INVALID',
  'ADDON_NOT_FOUND',
  'CATALOG_NOT_FOUND',
]);

/** Takes the planner's form and keeps what it asks for: 303 to the lock, or back to the planner, which says why not. */
export function createLockForm(site: SiteDependencies): readonly RequestHandler[] {
  const links = createLinks(site.address.basePath);
  return [
    createSenderCheck(site),
    (_request, _response, next) => {
      if (!site.openLocks) throw new RegistryError('FORBIDDEN', 'only the administrator keeps locks here');
      next();
    },
    createFormParser(maxBodyBytes),
    async (request, response) => {
      const { state, unread } = readPlanFields(request.body ?? {});
      if (unread.length > 0 || state.want.length === 0) return response.redirect(303, links.plan(state));
      try {
        const lang = readVisitor(request).language;
        const { lock } = await site.locks.writeLock(toResolveRequest(state), { lang });
        response.redirect(303, links.lock(lock.id));
      } catch (error) {
        if (!(error instanceof RegistryError) || !toldByPlanner.has(error.code)) throw error;
        response.redirect(303, links.plan(state));
      }
    },
  ];
}

/** Leads whoever typed the id of a lock to its page. */
export function createLockOpener({ address }: Pick<SiteDependencies, 'address'>): RequestHandler {
  const links = createLinks(address.basePath);
  return (request, response, next) => {
    const { id } = request.query;
    if (typeof id !== 'string' || id.trim() === '') return next();
    response.redirect(302, links.lock(id.trim().replace(/^sha256:/, '')));
  };
}
