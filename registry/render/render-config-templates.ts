import { isJsonObject, type JsonObject } from '../../schemas/json.ts';
import type { ElementFile } from './client-package.ts';
import { toGoYaml } from './go-yaml/to-go-yaml.ts';
import { askEngine, type RenderSession, toEngineFile } from './render-session.ts';
import { done, failedWith, type StageOutcome, toEngineFault } from './stage-outcome.ts';
import type { RenderedObject } from './types.ts';
import { createConfigMap } from './unstructured.ts';

/** What KubeVela appends to every config template (`pkg/cue/script`, BuildCUEScriptWithDefaultContext). */
const defaultContext = '\n\tcontext: {\n\t\tname: string\n\t\tnamespace: string\n\t}\n';

type Rendered = Omit<RenderedObject, 'applied'>;

/** Renders the config templates into ConfigMaps (`RenderConfigTemplates`, `pkg/config/factory.go`). */
export async function renderConfigTemplates(session: RenderSession): Promise<StageOutcome<readonly Rendered[]>> {
  const outcomes = await Promise.all(session.addon.configTemplates.map((file) => renderConfigTemplate(session, file)));
  const faults = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.faults));
  return failedWith(faults) ?? done(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])));
}

async function renderConfigTemplate(session: RenderSession, file: ElementFile): Promise<StageOutcome<Rendered>> {
  const { line } = session.options;
  const outcome = await askEngine(session, 'configTemplate', { file: toEngineFile(file), line });
  if (outcome.kind !== 'answer') {
    const place = { rule: 'render/config-template', releaseLine: line, file: file.path, sources: [file] } as const;
    return { ok: false, faults: [toEngineFault(outcome, place)] };
  }
  const { metadata, schema, expandedWriter } = outcome.value;
  const data = {
    template: `${file.text}\n${defaultContext}`,
    schema: writeOnce(schema),
    'expanded-writer': writeOnce(expandedWriter),
  };
  const object = createConfigMap(`config-template-${readText(metadata, 'name')}`, data, {
    annotations: {
      'config.oam.dev/alias': readText(metadata, 'alias'),
      // The client never assigns the description.
      'config.oam.dev/description': '',
      'config.oam.dev/sensitive': String(metadata['sensitive'] === true),
    },
    labels: {
      'config.oam.dev/catalog': 'velacore-config',
      'config.oam.dev/scope': readText(metadata, 'scope'),
    },
  });
  return done({ from: file.path, object, positions: [] });
}

/** Engines remember their answers; what was written of one need not be written again. */
const written = new WeakMap<JsonObject, string>();

function writeOnce(value: JsonObject): string {
  const text = written.get(value) ?? toGoYaml(value);
  written.set(value, text);
  return text;
}

function readText(metadata: JsonObject, key: string): string {
  const value = isJsonObject(metadata) ? metadata[key] : undefined;
  return typeof value === 'string' ? value : '';
}
