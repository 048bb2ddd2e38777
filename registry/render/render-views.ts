import { type ElementFile, isCue } from './client-package.ts';
import { listNodePositions } from './node-positions.ts';
import { askEngine, type RenderSession, toEngineFile } from './render-session.ts';
import { createFault, done, failedWith, type StageOutcome, toEngineFault, wrapFault } from './stage-outcome.ts';
import type { RenderedObject } from './types.ts';
import { createConfigMap } from './unstructured.ts';
import { readYamlObject } from './yaml-object.ts';

type Rendered = Omit<RenderedObject, 'applied'>;

/** Renders the views, YAML first, then CUE (`RenderViews`). */
export async function renderViews(session: RenderSession): Promise<StageOutcome<readonly Rendered[]>> {
  const outcomes = await Promise.all(session.addon.views.map((file) => renderView(session, file)));
  const faults = outcomes.flatMap((outcome, index) =>
    outcome.ok
      ? []
      : outcome.faults.map((fault) =>
          wrapFault(fault, `render velaQL view file ${session.addon.views[index]?.name}: `),
        ),
  );
  return failedWith(faults) ?? done(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])));
}

async function renderView(session: RenderSession, file: ElementFile): Promise<StageOutcome<Rendered>> {
  const { line } = session.options;
  const place = { rule: 'render/view', releaseLine: line, file: file.path } as const;
  if (!isCue(file)) {
    const read = readYamlObject(file);
    if (!read.ok)
      return { ok: false, faults: [createFault(read.message, { ...place, line: read.line, column: read.column })] };
    return done({ from: file.path, object: read.object, positions: listNodePositions(read.root, file.path) });
  }
  const outcome = await askEngine(session, 'view', { file: toEngineFile(file), line });
  if (outcome.kind !== 'answer') return { ok: false, faults: [toEngineFault(outcome, { ...place, sources: [file] })] };
  const name = file.name.slice(0, file.name.lastIndexOf('.'));
  return done({ from: file.path, object: createConfigMap(name, { template: file.text }), positions: [] });
}
