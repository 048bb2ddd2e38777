import { RegistryError } from '../../registry/errors.ts';
import type { PageContext } from '../../web/context/page-context.ts';
import type { Problem, Suggestion } from '../../web/pages/problem-page.tsx';
import { statusOf } from '../http/problem.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import {
  suggestAddons,
  suggestCatalogs,
  suggestDefinitions,
  suggestInstead,
  suggestRules,
  suggestVersions,
} from './suggestions.ts';

/** A request that cannot be answered with the page that it asked for. */
export interface PageProblem {
  readonly status: number;
  readonly problem: Problem;
  /** Looks for what may have been meant; never fails. */
  readonly suggest: (context: PageContext) => Promise<readonly Suggestion[]>;
}

type Answer = Omit<PageProblem, 'status'>;

const nothing = async () => [];
const notUnderstood: Answer = { problem: { kind: 'input' }, suggest: nothing };
const failed: Answer = { problem: { kind: 'failed' }, suggest: nothing };

/** Says what became of a request: its status, the problem, and where to look instead. */
export function toPageProblem(site: SiteDependencies, error: unknown): PageProblem {
  return { status: statusOf(error), ...toAnswer(site, error) };
}

function toAnswer(site: SiteDependencies, error: unknown): Answer {
  if (error instanceof URIError) return notUnderstood;
  if (!(error instanceof RegistryError)) return failed;
  const detail = (name: string) => String(error.details[name] ?? '');
  const [catalog, addon] = [detail('catalog'), detail('addon')];
  switch (error.code) {
    case 'CATALOG_NOT_FOUND':
      return {
        problem: { kind: 'catalog', catalog },
        suggest: (context) => suggestCatalogs(site, context, findAddonName(context.path)),
      };
    case 'ADDON_NOT_FOUND':
      return { problem: { kind: 'addon', catalog, addon }, suggest: (context) => suggestAddons(site, context, addon) };
    case 'VERSION_NOT_FOUND':
      return {
        problem: { kind: 'version', catalog, addon, version: detail('version') },
        suggest: (context) => suggestVersions(site, context, { catalog, addon }),
      };
    case 'VERSION_QUARANTINED':
      return {
        problem: { kind: 'quarantined', addon, version: detail('version') },
        suggest: (context) => suggestInstead(site, context, { catalog, addon, version: detail('version') }),
      };
    case 'FILE_NOT_FOUND':
      return { problem: { kind: 'file', path: detail('path') }, suggest: nothing };
    case 'DEFINITION_NOT_FOUND':
      return {
        problem: { kind: 'definition', definition: detail('name') },
        suggest: (context) => suggestDefinitions(site, context, detail('name')),
      };
    case 'RULE_NOT_FOUND':
      return {
        problem: { kind: 'rule' },
        suggest: async (context) => suggestRules(site, context, detail('rule')),
      };
    case 'INPUT_INVALID':
      return notUnderstood;
    case 'INPUT_TOO_LARGE':
      return { problem: { kind: 'too-large' }, suggest: nothing };
    case 'LOCK_NOT_FOUND':
      return { problem: { kind: 'lock' }, suggest: nothing };
    case 'FORBIDDEN':
      return { problem: { kind: detail('form') === 'foreign' ? 'foreign-form' : 'locks-closed' }, suggest: nothing };
    case 'LOCK_RATE_EXCEEDED':
    case 'RATE_EXCEEDED':
    case 'STREAM_FULL':
    case 'SOURCE_UNAVAILABLE':
    case 'ENGINE_UNAVAILABLE':
    case 'ENGINE_BUSY':
    case 'SEARCH_UNAVAILABLE':
      return { problem: { kind: 'busy' }, suggest: nothing };
    default:
      return failed;
  }
}

/** The name of the addon in the address of one of its pages. */
function findAddonName(path: string): string | undefined {
  const [, , , name] = path.split('/');
  try {
    return name === undefined ? undefined : decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
