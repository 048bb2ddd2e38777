import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { ResolveRequest } from '../../schemas/resolution.ts';
import { RegistryError } from '../errors.ts';
import { createResolutionProblem } from '../resolve/create-resolution-problem.ts';
import { createPlan } from '../resolve/plan/create-plan.ts';
import { explain } from '../resolve/report/explain.ts';
import { requestWords } from '../resolve/request-words.ts';
import { solve } from '../resolve/solver/solve.ts';
import { findVelaLine } from './choose-line.ts';
import type { Universes } from './create-universes.ts';
import type { CatalogDefinition, CatalogViews, Planner, PublicAddress } from './types.ts';

export interface PlannerOptions {
  readonly views: CatalogViews;
  readonly catalogs: readonly CatalogDefinition[];
  readonly universes: Universes;
  /** The release lines that are judged, oldest first. */
  readonly lines: readonly ReleaseLine[];
  readonly address: PublicAddress;
  /** Decisions and conflicts until a request is given up; default 50 000. A request of people takes a few hundred. */
  readonly maxSteps?: number;
}

/** Decisions and conflicts until a look at what else could be is given up. */
const maxProbeSteps = 5_000;

/** Decides over the views of now. */
export function createPlanner(options: PlannerOptions): Planner {
  const { views, catalogs, universes, lines, address, maxSteps = 50_000 } = options;

  return {
    async resolve(request, wording) {
      const { lang } = wording;
      const universe = await universes.get(findVelaLine(lines, request.vela));
      const problem = createResolutionProblem({ universe, request: resolveUnions({ views, catalogs }, request), lang });
      const outcome = solve(problem.solver, { maxSteps });
      switch (outcome.kind) {
        case 'solved':
          return createPlan({
            problem,
            chosen: outcome.chosen,
            lang,
            catalogUrl: (catalog) => address.absolute(`/c/${catalog}`),
            solve: (other) => solve(other, { maxSteps: maxProbeSteps }),
          });
        case 'refuted': {
          const conflict = explain({ problem, derivation: outcome.derivation }, wording);
          const [headline = ''] = conflict.text.split('\n');
          throw new RegistryError('NOT_SOLVABLE', headline, { conflict });
        }
        case 'gave-up':
          throw new RegistryError('GAVE_UP', requestWords[lang].gaveUp(outcome.steps), {
            details: { steps: outcome.steps },
          });
        default:
          return outcome satisfies never;
      }
    },
  };
}

/** A union has no versions of its own: who names it means the first of its members that has the addon. */
function resolveUnions(
  { views, catalogs }: { readonly views: CatalogViews; readonly catalogs: readonly CatalogDefinition[] },
  request: ResolveRequest,
): ResolveRequest {
  const want = request.want.map((each) => {
    const union = catalogs.find(({ name }) => name === each.catalog)?.union ?? [];
    const member = union.find((name) => views.findView(name)?.byName.has(each.name)) ?? union[0];
    return member === undefined ? each : { ...each, catalog: member };
  });
  return { ...request, want };
}
