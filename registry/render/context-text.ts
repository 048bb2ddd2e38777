import type { AddonMetadata } from '../../schemas/addon.ts';
import type { JsonObject } from '../../schemas/json.ts';
import { toGoJson } from './go-json.ts';

export interface ContextOptions {
  /** Text of parameter.cue; empty when there is none. */
  readonly parameter: string;
  readonly metadata: AddonMetadata;
  readonly parameters: JsonObject;
  /** Only NOTES.cue sees whether this is an upgrade. */
  readonly installer?: JsonObject;
}

/** The text that the client puts beside every template (`pkg/addon/render.go`, formatContext): arguments unify with their definition. */
export function createContextText({ parameter, metadata, parameters, installer }: ContextOptions): string {
  const installed = installer === undefined ? '' : `"installer":${toGoJson(installer)},`;
  return `${parameter}\ncontext: {${installed}"metadata":${toMetadataJson(metadata)}}\nparameter: ${toGoJson(parameters)}\n`;
}

/** The JSON of metadata in the order and with the omissions of Go's structure (`pkg/addon/type.go`, Meta). */
function toMetadataJson(metadata: AddonMetadata): string {
  const { name, version, description, icon = '', url, tags, uxPlugins, deployTo, dependencies } = metadata;
  const { needNamespace, invisible, system, annotations } = metadata;
  const members: readonly (readonly [string, string | undefined])[] = [
    ['name', toGoJson(name)],
    ['version', toGoJson(version)],
    ['description', toGoJson(description)],
    ['icon', toGoJson(icon)],
    ['url', url ? toGoJson(url) : undefined],
    ['tags', tags.length > 0 ? toGoJson(tags) : undefined],
    ['uxPlugins', uxPlugins && hasKeys(uxPlugins) ? toGoJson(uxPlugins) : undefined],
    ['deployTo', deployTo && toDeployToJson(deployTo)],
    ['dependencies', dependencies.length > 0 ? `[${dependencies.map(toDependencyJson).join(',')}]` : undefined],
    ['needNamespace', needNamespace.length > 0 ? toGoJson(needNamespace) : undefined],
    ['invisible', toGoJson(invisible)],
    ['system', system && toSystemJson(system)],
    ['annotations', annotations && hasKeys(annotations) ? toGoJson(annotations) : undefined],
  ];
  return toMembers(members);
}

function toDeployToJson(deployTo: NonNullable<AddonMetadata['deployTo']>): string {
  return toMembers([
    ['runtime_cluster', deployTo.legacyRuntimeCluster ? 'true' : undefined],
    ['disableControlPlane', toGoJson(deployTo.disableControlPlane)],
    ['runtimeCluster', toGoJson(deployTo.runtimeCluster)],
  ]);
}

function toDependencyJson({ name, version }: AddonMetadata['dependencies'][number]): string {
  return toMembers([
    ['name', name ? toGoJson(name) : undefined],
    ['version', version ? toGoJson(version) : undefined],
  ]);
}

function toSystemJson({ vela, kubernetes }: NonNullable<AddonMetadata['system']>): string {
  return toMembers([
    ['vela', vela ? toGoJson(vela) : undefined],
    ['kubernetes', kubernetes ? toGoJson(kubernetes) : undefined],
  ]);
}

function toMembers(members: readonly (readonly [string, string | undefined])[]): string {
  const written = members.flatMap(([key, json]) => (json === undefined ? [] : [`"${key}":${json}`]));
  return `{${written.join(',')}}`;
}

function hasKeys(map: Readonly<Record<string, string>>): boolean {
  return Object.keys(map).length > 0;
}
