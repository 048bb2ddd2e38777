import { RegistryError } from '../../registry/errors.ts';
import { releaseLines } from '../../registry/version/release-lines.ts';
import type { Language } from '../../web/context/page-context.ts';
import { findPlanField } from '../../web/context/plan-fields.ts';
import { type PlanOutcome, PlanPage } from '../../web/pages/plan-page.tsx';
import { catalogues } from '../../web/strings/catalogues.ts';
import type { PageLoader } from './page-loader.ts';
import { type PlanReading, readPlanFields, toResolveRequest } from './plan-request.ts';
import type { SiteDependencies } from './site-dependencies.ts';

/** The planner, with the answer to what stands in the address. */
export const loadPlan: PageLoader = async (site, { query, language }) => {
  const reading = readPlanFields(query);
  const outcome = await decide(site, reading, language);
  const releases = releaseLines.map(({ release }) => release).reverse();
  return (context) => PlanPage({ context, ...reading, releases, openLocks: site.openLocks, outcome });
};

/** What cannot be planned is told on the page itself, beside the form that it was asked with. */
async function decide(
  { planner }: SiteDependencies,
  { state, unread }: PlanReading,
  lang: Language,
): Promise<PlanOutcome | undefined> {
  if (unread.length > 0) {
    const faults = unread.map((line) => ({ field: 'installed' as const, message: catalogues[lang].plan.unread(line) }));
    return { kind: 'invalid', faults };
  }
  if (state.want.length === 0) return undefined;
  try {
    return { kind: 'plan', plan: await planner.resolve(toResolveRequest(state), { lang, surface: 'form' }) };
  } catch (error) {
    const outcome = error instanceof RegistryError ? toOutcome(error) : undefined;
    if (outcome === undefined) throw error;
    return outcome;
  }
}

function toOutcome({ code, message, conflict, faults }: RegistryError): PlanOutcome | undefined {
  switch (code) {
    case 'NOT_SOLVABLE':
      return conflict === undefined ? undefined : { kind: 'conflict', conflict };
    case 'GAVE_UP':
      return { kind: 'gave-up', reason: message };
    case 'INPUT_INVALID':
    case 'ADDON_NOT_FOUND':
    case 'CATALOG_NOT_FOUND':
      return {
        kind: 'invalid',
        faults:
          faults.length === 0
            ? [{ field: undefined, message }]
            : faults.map((fault) => ({ field: findPlanField(fault.pointer), message: fault.message })),
      };
    default:
      return undefined;
  }
}
