import { findEntryOf, findTextOf, listItemsOf } from '../located/located-value.ts';
import { type EffectDetector, findKind } from './effect-scope.ts';
import { sayEffect } from './say-effect.ts';

const webhookKinds = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];

/** Objects that change the cluster for everybody: namespaces, new kinds, webhooks, API services. */
export const detectClusterObjects: EffectDetector = function* detectClusterObjects(object) {
  const kind = findKind(object);
  if (kind === undefined) return;
  const place = findEntryOf(object, 'kind')?.place ?? object.place;
  const name = findTextOf(object, 'metadata', 'name');
  const title = name === undefined ? sayEffect({ code: 'unnamed' }) : { value: name };
  const own = name === undefined ? {} : { name };
  if (kind === 'Namespace') yield { kind: 'namespace', severity: 'plain', ...title, place };
  if (kind === 'CustomResourceDefinition') yield { kind: 'crd', severity: 'plain', ...title, place };
  if (kind === 'APIService') {
    yield { kind: 'webhook', severity: 'notice', ...sayEffect({ code: 'api-service', ...own }), place };
  }
  if (!webhookKinds.includes(kind)) return;
  for (const webhook of listItemsOf(findEntryOf(object, 'webhooks')?.value)) {
    const called = findTextOf(webhook, 'name');
    const failurePolicy = findTextOf(webhook, 'failurePolicy');
    const said = sayEffect({
      code: 'webhook',
      ...(called === undefined ? own : { name: called }),
      ...(failurePolicy === undefined ? {} : { failurePolicy }),
    });
    yield { kind: 'webhook', severity: 'notice', ...said, place: findEntryOf(webhook, 'name')?.place ?? place };
  }
};
