import { createCachingEngines } from '../registry/engine/caching-engines.ts';
import { openEngines } from '../registry/engine/open-engines.ts';
import type { AddonEvaluator } from '../registry/jobs/types.ts';
import { releaseLines } from '../registry/version/release-lines.ts';
import { composeEvaluator, composeLineRules } from '../server/compose-evaluation.ts';
import { findPackageRoot } from '../server/config/package-root.ts';

/** An evaluator of this process, whose engines have to be ended. */
export interface OpenEvaluator extends AddonEvaluator {
  close(): Promise<void>;
}

/** Opens engines for the work of one command; none is started before it is asked. */
export async function openEvaluator(): Promise<OpenEvaluator> {
  const engines = createCachingEngines(openEngines({ root: findPackageRoot() }));
  const lines = await composeLineRules(
    engines,
    releaseLines.map(({ line }) => line),
  );
  return { ...composeEvaluator(engines, lines), close: () => engines.close() };
}
