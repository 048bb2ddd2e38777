import type { AddonMetadata } from '../../schemas/addon.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../schemas/json.ts';
import { findNodePosition } from './node-positions.ts';
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
import { applicationType } from './typed/application-type.ts';
import { decodeGo } from './typed/decode-go.ts';
import { missingKind, toKubernetesJson } from './yaml-object.ts';

/** What loading brings beyond the files: the Application of template.yaml. */
export interface LoadedAddon {
  readonly yamlApplication: JsonObject | undefined;
}

/** What must go well before the client renders anything (`GetUIDataFromReader`, `GetInstallPackageFromReader`, `validateAddonPackage`). */
export async function loadAddon(session: RenderSession): Promise<StageOutcome<LoadedAddon>> {
  const schema = await findSchemaFault(session);
  const template = readYamlTemplate(session);
  const faults = [schema, template.ok ? undefined : template.fault, findIdentityFault(session)];
  return (
    failedWith(faults.filter((fault) => fault !== undefined)) ??
    done({ yamlApplication: template.ok ? template.application : undefined })
  );
}

async function findSchemaFault(session: RenderSession): Promise<StageFault | undefined> {
  const { addon, options } = session;
  if (addon.parameter === undefined) return undefined;
  const request = { file: toEngineFile(addon.parameter), line: options.line };
  const outcome = await askEngine(session, 'schema', request);
  if (outcome.kind === 'answer') return undefined;
  const { path: file, text } = addon.parameter;
  const fault = toEngineFault(outcome, {
    rule: 'render/parameter',
    releaseLine: options.line,
    file,
    sources: [addon.parameter],
  });
  const message = `fail to generate openAPIschema for addon ${addon.metadata.name} : ${fault.message} (parameter: ${text})`;
  return { ...fault, message, incomplete: false };
}

type YamlTemplate =
  | { readonly ok: true; readonly application: JsonObject | undefined }
  | { readonly ok: false; readonly fault: StageFault };

function readYamlTemplate({ addon, options }: RenderSession): YamlTemplate {
  const file = addon.yamlTemplate;
  if (file === undefined) return { ok: true, application: undefined };
  const place = { rule: 'render/template', releaseLine: options.line, file: file.path } as const;
  const refuse = (message: string, where: { readonly line: number; readonly column: number }): YamlTemplate => ({
    ok: false,
    fault: wrapFault(
      createFault(message, { ...place, ...where }),
      `fail to read addon ${addon.metadata.name} file ${addon.metadata.name}/${file.path}: `,
    ),
  });
  const read = toKubernetesJson(file);
  if (!read.ok) return refuse(read.message, read);
  const decoding = decodeGo(read.value, applicationType, 'kubernetes');
  if (!decoding.ok) return refuse(decoding.message, findNodePosition(read.root, decoding.path));
  if (!hasKind(decoding.value)) return refuse(missingKind(read.json), findNodePosition(read.root, []));
  return { ok: true, application: withComponents(decoding.value) };
}

function hasKind(application: JsonObject): boolean {
  return typeof application['kind'] === 'string' && application['kind'] !== '';
}

/** In YAML an Application without components has an empty list of them. */
function withComponents(application: JsonObject): JsonObject {
  const spec: JsonValue = application['spec'] ?? null;
  return isJsonObject(spec) ? { ...application, spec: { ...spec, components: spec['components'] ?? [] } } : application;
}

function findIdentityFault({ addon, options }: RenderSession): StageFault | undefined {
  const { name, version } = addon.metadata;
  if (name !== '' && version !== '') return undefined;
  const missing = name === '' ? 'name' : 'version';
  const message = isUntold(addon.metadata)
    ? "the addon package doesn't have `metadata.yaml`"
    : `\`matadata.yaml\` must define the ${missing} of addon`;
  const place = { rule: 'render/metadata', releaseLine: options.line, file: 'metadata.yaml' } as const;
  return wrapFault(createFault(message, place), `failed to enable addon: ${name}: `);
}

/** Tells whether metadata says nothing at all. */
function isUntold({ name, version, invisible, ...rest }: AddonMetadata): boolean {
  const texts = [name, version, rest.description, rest.icon ?? '', rest.url ?? ''];
  const lists = [rest.tags, rest.dependencies, rest.needNamespace];
  const structures = [rest.uxPlugins, rest.deployTo, rest.annotations];
  const said = texts.some((text) => text !== '') || lists.some(({ length }) => length > 0) || invisible;
  return !said && structures.every((structure) => structure === undefined);
}
