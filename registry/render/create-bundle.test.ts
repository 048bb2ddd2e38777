import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../schemas/json.ts';
import { createBundle } from './create-bundle.ts';
import type { RenderedAddon, RenderedObject } from './types.ts';

function rendered(from: string, object: JsonObject, applied = true): RenderedObject {
  return { from, object, applied, positions: [] };
}

const addon: RenderedAddon = {
  kind: 'rendered',
  application: rendered('application', {
    kind: 'Application',
    metadata: { creationTimestamp: null, name: 'addon-web' },
    spec: { components: null },
    status: {},
  }),
  auxiliary: [
    rendered('template.cue', { kind: 'ConfigMap', metadata: { name: 'a', uid: 'u', ownerReferences: [] }, data: {} }),
    rendered('template.cue', { kind: 'Namespace', metadata: { name: 'n' } }),
    rendered('definitions/d.cue', {
      kind: 'TraitDefinition',
      metadata: { name: 'd', labels: {}, annotations: { a: 'b' } },
      spec: { conflictsWith: null, stage: '', list: [null, { a: null, b: 1 }] },
    }),
    rendered('definitions/e.cue', { kind: 'TraitDefinition', metadata: { name: 'e' } }, false),
  ],
  secret: { kind: 'Secret', metadata: { creationTimestamp: null, name: 's' } },
  warnings: [],
  findings: [],
};

describe('createBundle', () => {
  it('keeps the order of the client and leaves out what is bound to nothing', () => {
    expect(createBundle(addon, 'dry-run').map(({ from }) => from)).toEqual([
      'application',
      'template.cue',
      'template.cue',
      'definitions/d.cue',
    ]);
    expect(createBundle(addon, 'dry-run')[0]?.object).toBe(addon.application.object);
  });

  it('orders for kubectl apply without what a server sets', () => {
    expect(createBundle(addon, 'apply').map(({ object }) => object)).toEqual([
      { kind: 'Namespace', metadata: { name: 'n' } },
      {
        kind: 'TraitDefinition',
        metadata: { name: 'd', annotations: { a: 'b' } },
        spec: { stage: '', list: [null, { b: 1 }] },
      },
      { kind: 'ConfigMap', metadata: { name: 'a' }, data: {} },
      { kind: 'Secret', metadata: { name: 's' } },
      { kind: 'Application', metadata: { name: 'addon-web' }, spec: { components: [] } },
    ]);
  });
});
