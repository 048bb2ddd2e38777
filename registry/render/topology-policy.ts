import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../schemas/json.ts';
import type { RenderSession } from './render-session.ts';
import { createFault, done, type StageOutcome } from './stage-outcome.ts';

/** The policy that sends an addon without template.cue to other clusters, when its metadata asks for it (`attachPolicyForLegacyAddon`). */
export function createTopologyPolicy(
  session: RenderSession,
  policies: JsonValue,
): StageOutcome<JsonObject | undefined> {
  const { addon, options } = session;
  const { deployTo } = addon.metadata;
  const asked = deployTo !== undefined && (deployTo.runtimeCluster || deployTo.legacyRuntimeCluster === true);
  if (addon.cueTemplate !== undefined || !asked || findTopology(policies) !== undefined) return done(undefined);
  const clusters = listClusters(options.parameters);
  const { knownClusters } = options;
  const unknown = clusters.find(
    (name) => name !== 'local' && knownClusters !== undefined && !knownClusters.includes(name),
  );
  if (unknown !== undefined) {
    const place = { rule: 'render/cluster', releaseLine: options.line, file: 'metadata.yaml' } as const;
    return { ok: false, faults: [createFault(`cluster ${unknown} not exist`, place)] };
  }
  if (clusters.length === 0) {
    return done(createPolicy('deploy-addon-to-all-clusters', { clusterLabelSelector: {} }));
  }
  const withLocal = clusters.includes('local') ? clusters : [...clusters, 'local'];
  return done(createPolicy('deploy-addon-to-specified-clusters', { clusters: withLocal }));
}

/** Name of the first topology policy among policies; undefined without one. */
export function findTopology(policies: JsonValue): string | undefined {
  if (!isJsonList(policies)) return undefined;
  const found = policies.find((policy) => isJsonObject(policy) && policy['type'] === 'topology');
  return isJsonObject(found) ? String(found['name'] ?? '') : undefined;
}

function createPolicy(name: string, properties: JsonObject): JsonObject {
  return { name, type: 'topology', properties };
}

/** What is no text is passed over, as are empty names. */
function listClusters({ clusters }: JsonObject): readonly string[] {
  if (!isJsonList(clusters)) return [];
  return clusters.flatMap((name) => (typeof name === 'string' && name.trim() !== '' ? [name.trim()] : []));
}
