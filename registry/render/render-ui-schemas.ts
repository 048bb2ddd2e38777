import type { RenderSession } from './render-session.ts';
import { createFault, done, failedWith, type StageFault, type StageOutcome, wrapFault } from './stage-outcome.ts';
import type { RenderedObject } from './types.ts';
import { createConfigMap } from './unstructured.ts';
import { readYamlJson } from './yaml-object.ts';

type Rendered = Omit<RenderedObject, 'applied'>;

/** Turns every file of schemas/ into a ConfigMap named after the file up to its first dot (`RenderDefinitionSchema`). */
export function renderUiSchemas({ addon, options }: RenderSession): StageOutcome<readonly Rendered[]> {
  const faults: StageFault[] = [];
  const objects: Rendered[] = [];
  for (const file of addon.uiSchemas) {
    const { path, name } = file;
    const read = readYamlJson(file);
    if (read.ok) {
      const [configMap = ''] = name.split('.');
      objects.push({ from: path, object: createConfigMap(configMap, { 'ui-schema': read.json }), positions: [] });
      continue;
    }
    const { message, line, column } = read;
    const fault = createFault(message, {
      rule: 'render/ui-schema',
      releaseLine: options.line,
      file: path,
      line,
      column,
    });
    faults.push(wrapFault(fault, `render uiSchema file ${name}: `));
  }
  return failedWith(faults) ?? done(objects);
}
