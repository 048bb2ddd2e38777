import type { JsonObject } from '../../schemas/json.ts';
import type { ElementFile } from './client-package.ts';
import { locatedFields } from './located-fields.ts';
import { listNodePositions, type PlacedPath, placeBelow } from './node-positions.ts';
import { askEngine, type RenderSession, toEngineFile } from './render-session.ts';
import {
  createFault,
  done,
  failedWith,
  type StageFault,
  type StageOutcome,
  toEngineFault,
  wrapFault,
} from './stage-outcome.ts';
import { componentType } from './typed/application-type.ts';
import { decodeGo } from './typed/decode-go.ts';
import { readYamlObject } from './yaml-object.ts';

/** A component that is appended to the Application, with places relative to it. */
export interface AppendedComponent {
  readonly component: JsonObject;
  readonly positions: readonly PlacedPath[];
}

/** Components that make the namespaces of `needNamespace`, without the one that is always there (`renderNeededNamespaceAsComps`). */
export function createNamespaceComponents({ addon }: RenderSession): readonly AppendedComponent[] {
  return addon.metadata.needNamespace
    .filter((name) => name !== 'vela-system')
    .map((name) => ({
      component: {
        name: `${name}-namespace`,
        type: 'raw',
        properties: { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
      },
      positions: [],
    }));
}

/** The one component that holds the YAML resources, each file being one object; undefined without any (`renderK8sObjectsComponent`). */
export function renderYamlResources({ addon, options }: RenderSession): StageOutcome<AppendedComponent | undefined> {
  if (addon.yamlResources.length === 0) return done(undefined);
  const objects: JsonObject[] = [];
  const positions: PlacedPath[] = [];
  const faults: StageFault[] = [];
  for (const file of addon.yamlResources) {
    const { path, name } = file;
    const read = readYamlObject(file);
    if (read.ok) {
      positions.push(...placeBelow(listNodePositions(read.root, path), ['properties', 'objects', `${objects.length}`]));
      objects.push(read.object);
      continue;
    }
    const { message, line, column } = read;
    const fault = createFault(message, {
      rule: 'render/resource',
      releaseLine: options.line,
      file: path,
      line,
      column,
    });
    faults.push(wrapFault(fault, `render components from yaml template: render resource file ${name}: `));
  }
  const component = { name: `${addon.metadata.name}-resources`, type: 'k8s-objects', properties: { objects } };
  return failedWith(faults) ?? done({ component, positions });
}

/** A component for each CUE resource outside package main that has an `output`, in the client's order (`renderCompAccordingCUETemplate`). */
export async function renderCueResources(session: RenderSession): Promise<StageOutcome<readonly AppendedComponent[]>> {
  const outcomes = await Promise.all(session.addon.cueResources.map((file) => renderCueResource(session, file)));
  const faults = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.faults));
  return (
    failedWith(faults) ?? done(outcomes.flatMap((outcome) => (outcome.ok && outcome.value ? [outcome.value] : [])))
  );
}

async function renderCueResource(
  session: RenderSession,
  file: ElementFile,
): Promise<StageOutcome<AppendedComponent | undefined>> {
  const place = { rule: 'render/resource', releaseLine: session.options.line, file: file.path } as const;
  const clause = await askEngine(session, 'package', { file: toEngineFile(file) });
  if (clause.kind !== 'answer') return { ok: false, faults: [toEngineFault(clause, { ...place, sources: [file] })] };
  if (clause.value.package === 'main') return done(undefined);
  const outcome = await askEngine(session, 'component', {
    context: session.context,
    file: toEngineFile(file),
    locate: locatedFields,
  });
  const before = `fail to render cue template error rendering file ${file.name}: `;
  if (outcome.kind !== 'answer') {
    const fault = toEngineFault(outcome, { ...place, sources: [file, ...session.contextSources] });
    return { ok: false, faults: [wrapFault(fault, before)] };
  }
  const { output } = outcome.value;
  if (output === undefined) return done(undefined);
  const decoding = decodeGo(output.value, componentType, 'standard');
  if (!decoding.ok) {
    const found = output.positions.find(({ path }) => path.join('\0') === decoding.path.join('\0'));
    const where = found === undefined ? {} : { line: found.line, column: found.column };
    return { ok: false, faults: [wrapFault(createFault(decoding.message, { ...place, ...where }), before)] };
  }
  const named =
    decoding.value['name'] === '' ? { ...decoding.value, name: toComponentName(file.name) } : decoding.value;
  return done({ component: named, positions: output.positions });
}

/** The file's name without its extension, wherever that occurs, and without dots. */
function toComponentName(fileName: string): string {
  const extension = fileName.slice(fileName.lastIndexOf('.'));
  return fileName.replaceAll(extension, '').replaceAll('.', '-');
}
