import { stringify } from 'yaml';
import { createExampleParameters } from '../../../registry/definition/example-values.ts';
import type { DefinitionDocument } from '../../../schemas/definition.ts';
import type { JsonObject } from '../../../schemas/json.ts';
import type { DefinitionExample } from '../../../web/context/definition-page-data.ts';

interface Host {
  readonly type: string;
  readonly properties: JsonObject;
  /** Its own parameters are not known here. */
  readonly isStandIn: boolean;
}

const image = { image: 'nginx:1.27.0' };

/** Components that every KubeVela installation brings, by the workload that they make (charts/vela-core/templates/defwithtemplate). */
const builtIn: readonly (Host & { readonly workload: string })[] = [
  { type: 'webservice', workload: 'deployments.apps', properties: image, isStandIn: false },
  { type: 'statefulset', workload: 'statefulsets.apps', properties: image, isStandIn: false },
  { type: 'daemon', workload: 'daemonsets.apps', properties: image, isStandIn: false },
  { type: 'task', workload: 'jobs.batch', properties: image, isStandIn: false },
  {
    type: 'cron-task',
    workload: 'cronjobs.batch',
    properties: { ...image, schedule: '* * * * *' },
    isStandIn: false,
  },
];

/** An application that uses a definition with nothing but what must be given; undefined when no valid values can be told, or when nobody uses that kind by name. */
export function createUsageExample(document: DefinitionDocument): DefinitionExample | undefined {
  const values = createExampleParameters(document.parameters);
  if (values === undefined) return undefined;
  const use = { type: document.name, ...(Object.keys(values).length === 0 ? {} : { properties: values }) };
  switch (document.kind) {
    case 'component':
      return toExample({ components: [{ name: 'example', ...use }] });
    case 'trait': {
      const host = chooseHost(document.appliesTo);
      return toExample({ components: [{ ...toComponent(host), traits: [use] }] }, host);
    }
    case 'policy':
      return toExample({ components: [toComponent(defaultHost)], policies: [{ name: 'example', ...use }] });
    case 'workflow-step':
      return toExample({
        components: [toComponent(defaultHost)],
        workflow: { steps: [{ name: 'example-step', ...use }] },
      });
    case 'workload':
      return undefined;
  }
}

const defaultHost: Host = { type: 'webservice', properties: image, isStandIn: false };

function chooseHost(appliesTo: readonly string[]): Host {
  if (appliesTo.length === 0 || appliesTo.includes('*')) return defaultHost;
  const known = builtIn.find(({ type, workload }) => appliesTo.includes(workload) || appliesTo.includes(type));
  if (known !== undefined) return known;
  const named = appliesTo.find((name) => !name.includes('.'));
  return named === undefined ? defaultHost : { type: named, properties: {}, isStandIn: true };
}

function toComponent({ type, properties }: Host): JsonObject {
  return { name: 'example', type, ...(Object.keys(properties).length === 0 ? {} : { properties }) };
}

function toExample(spec: JsonObject, host?: Host): DefinitionExample {
  const application = {
    apiVersion: 'core.oam.dev/v1beta1',
    kind: 'Application',
    metadata: { name: 'example', namespace: 'default' },
    spec,
  };
  return {
    text: stringify(application, { lineWidth: 0 }),
    ...(host?.isStandIn === true ? { host: host.type } : {}),
  };
}
