import { findEntryOf, findTextOf, listItemsOf } from '../located/located-value.ts';
import { type EffectDetector, findKind } from './effect-scope.ts';

const webhookKinds = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];

/** Objects that change the cluster for everybody: namespaces, new kinds, webhooks, API services. */
export const detectClusterObjects: EffectDetector = function* detectClusterObjects(object) {
  const kind = findKind(object);
  if (kind === undefined) return;
  const place = findEntryOf(object, 'kind')?.place ?? object.place;
  const name = findTextOf(object, 'metadata', 'name') ?? 'a name that parameters give';
  if (kind === 'Namespace') yield { kind: 'namespace', severity: 'plain', value: name, place };
  if (kind === 'CustomResourceDefinition') yield { kind: 'crd', severity: 'plain', value: name, place };
  if (kind === 'APIService') yield { kind: 'webhook', severity: 'notice', value: `API service ${name}`, place };
  if (!webhookKinds.includes(kind)) return;
  for (const webhook of listItemsOf(findEntryOf(object, 'webhooks')?.value)) {
    const title = findTextOf(webhook, 'name') ?? name;
    const policy = findTextOf(webhook, 'failurePolicy');
    const value = policy === undefined ? title : `${title} (failurePolicy ${policy})`;
    yield { kind: 'webhook', severity: 'notice', value, place: findEntryOf(webhook, 'name')?.place ?? place };
  }
};
