import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../schemas/json.ts';
import type { LoadedAddon } from './load-addon.ts';
import { listNodePositions, type PlacedPath, placeBelow } from './node-positions.ts';
import { createNamespaceComponents, renderCueResources, renderYamlResources } from './render-components.ts';
import type { RenderSession } from './render-session.ts';
import { type RenderedTemplate, renderTemplate } from './render-template.ts';
import { createFault, done, failedWith, type StageFault, type StageOutcome } from './stage-outcome.ts';
import { createTopologyPolicy, findTopology } from './topology-policy.ts';
import type { RenderedObject } from './types.ts';
import { readMetadataTexts, systemNamespace, withMetadata } from './unstructured.ts';
import { toKubernetesJson } from './yaml-object.ts';

/** The Application of an addon, its auxiliary objects, and what the client logs on the way. */
export interface ApplicationStage {
  readonly application: Omit<RenderedObject, 'applied'>;
  readonly outputs: readonly Omit<RenderedObject, 'applied'>[];
  readonly warnings: readonly string[];
}

/** Renders the Application with everything that the client appends to it (`pkg/addon/render.go`, RenderApp), all parts alone. */
export async function renderApplication(
  session: RenderSession,
  { yamlApplication }: LoadedAddon,
): Promise<StageOutcome<ApplicationStage>> {
  const [framework, resources] = await Promise.all([
    renderFramework(session, yamlApplication),
    renderCueResources(session),
  ]);
  const objects = renderYamlResources(session);
  const policies = framework.ok ? (readSpec(framework.value.application)['policies'] ?? null) : null;
  const policy = createTopologyPolicy(session, policies);
  const parts = [framework, objects, resources, policy];
  const failed = failedWith(parts.flatMap((part): readonly StageFault[] => (part.ok ? [] : part.faults)));
  if (failed !== undefined) return failed;
  if (!framework.ok || !objects.ok || !resources.ok || !policy.ok) throw new Error('a part without faults failed');
  const appended = [
    ...createNamespaceComponents(session),
    ...(objects.value === undefined ? [] : [objects.value]),
    ...resources.value,
  ];
  const { application, positions, outputs } = framework.value;
  const spec = readSpec(application);
  const own = isJsonList(spec['components']) ? spec['components'] : [];
  const named = nameApplication(session, {
    ...application,
    spec: {
      ...spec,
      components:
        own.length + appended.length === 0
          ? (spec['components'] ?? null)
          : [...own, ...appended.map(({ component }) => component)],
      ...(policy.value === undefined ? {} : { policies: [...(isJsonList(policies) ? policies : []), policy.value] }),
    },
  });
  const placed = appended.flatMap((each, index) =>
    placeBelow(each.positions, ['spec', 'components', `${own.length + index}`]),
  );
  return done({
    application: { from: 'application', object: named, positions: [...positions, ...placed] },
    outputs,
    warnings: [...listNameWarnings(session, application), ...listPolicyWarnings(session, policies)],
  });
}

async function renderFramework(
  session: RenderSession,
  yamlApplication: JsonObject | undefined,
): Promise<StageOutcome<RenderedTemplate>> {
  const { addon, options } = session;
  if (addon.cueTemplate !== undefined && addon.yamlTemplate !== undefined) {
    const message = 'yaml and cue app template are exist in addon, should only keep one of them';
    const place = { rule: 'render/template', releaseLine: options.line, file: addon.yamlTemplate.path } as const;
    return { ok: false, faults: [createFault(message, place)] };
  }
  if (addon.cueTemplate !== undefined) return renderTemplate(session, addon.cueTemplate);
  return done({
    application: yamlApplication ?? createApplication(),
    positions: listTemplatePositions(session),
    outputs: [],
  });
}

function createApplication(): JsonObject {
  return {
    apiVersion: 'core.oam.dev/v1beta1',
    kind: 'Application',
    metadata: { creationTimestamp: null },
    spec: { components: [] },
    status: {},
  };
}

function listTemplatePositions({ addon }: RenderSession): readonly PlacedPath[] {
  if (addon.yamlTemplate === undefined) return [];
  const read = toKubernetesJson(addon.yamlTemplate);
  return read.ok ? listNodePositions(read.root, addon.yamlTemplate.path) : [];
}

/** Name, namespace and labels are the client's own, whatever the template says. */
function nameApplication({ addon, options }: RenderSession, application: JsonObject): JsonObject {
  const { name, version } = addon.metadata;
  return withMetadata(application, {
    name: `addon-${name}`,
    namespace: systemNamespace,
    labels: {
      ...readMetadataTexts(application, 'labels'),
      'addons.oam.dev/name': name,
      'addons.oam.dev/version': version,
      'addons.oam.dev/registry': options.registry,
    },
  });
}

function listNameWarnings({ addon }: RenderSession, application: JsonObject): readonly string[] {
  const metadata = isJsonObject(application['metadata']) ? application['metadata'] : {};
  const [name, namespace] = [metadata['name'] ?? '', metadata['namespace'] ?? ''];
  const wanted = `addon-${addon.metadata.name}`;
  return [
    ...(name === '' || name === wanted
      ? []
      : [`Application name ${name} will be overwritten with ${wanted}. Consider removing metadata.name in template.`]),
    ...(namespace === '' || namespace === systemNamespace
      ? []
      : [
          `Namespace ${namespace} will be overwritten with ${systemNamespace}. Consider removing metadata.namespace in template.`,
        ]),
  ];
}

function listPolicyWarnings({ addon }: RenderSession, policies: JsonValue): readonly string[] {
  const { deployTo } = addon.metadata;
  const asked = deployTo !== undefined && (deployTo.runtimeCluster || deployTo.legacyRuntimeCluster === true);
  const name = findTopology(policies);
  if (addon.cueTemplate !== undefined || !asked || name === undefined) return [];
  return [
    `deployTo in metadata will NOT have any effect. It conflicts with topology policy named ${name}. Consider removing deployTo field in addon metadata.`,
  ];
}

function readSpec(application: JsonObject): JsonObject {
  return isJsonObject(application['spec']) ? application['spec'] : {};
}
