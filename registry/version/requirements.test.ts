import { describe, expect, it } from 'vitest';
import { admits, checkRequirements, readSystemRequirements } from './requirements.ts';

const core = 'oamdev/vela-core:v1.10.9';

describe('readSystemRequirements', () => {
  it.each([
    [undefined, undefined],
    [{}, undefined],
    [{ 'addon.name': 'a' }, {}],
    [{ 'system.vela': '>=1' }, { vela: '>=1' }],
    [{ 'system.vela': '', 'system.kubernetes': 'x' }, { kubernetes: 'x' }],
    [
      { 'system.vela': '>=1', 'system.kubernetes': '>=1.19' },
      { vela: '>=1', kubernetes: '>=1.19' },
    ],
  ])('%j -> %j', (annotations, expected) => {
    expect(readSystemRequirements(annotations)).toEqual(expected);
  });
});

describe('checkRequirements', () => {
  it.each([
    [undefined, { client: 'v0.0.1' }],
    [{ vela: '>=v1.5.0' }, { client: 'v1.10.9', coreImage: core }],
    [{ vela: '>=v1.5.0' }, { client: 'master', coreImage: 'oamdev/vela-core' }],
    [{ vela: '>=v1.5.0' }, { client: 'UNKNOWN', coreImage: 'host:5000/oamdev/vela-core:v1.4.0' }],
    [{ vela: '>=v1.5.0' }, { client: 'UNKNOWN', coreImage: 'oamdev/vela-core:v1.4.0@sha256:00' }],
    [{ vela: 'abc' }, { client: 'UNKNOWN', coreImage: 'oamdev/vela-core:latest', kubernetes: 'v1.27.3' }],
    [{ kubernetes: '>=1.22' }, { client: 'v1.10.9', coreImage: core }],
    [{ kubernetes: '>=1.22' }, { client: 'v1.10.9', coreImage: core, kubernetes: 'v1.27.3-gke.100' }],
    [{ kubernetes: '>=1.22' }, { client: 'v1.10.9', coreImage: core, kubernetes: 'weird' }],
  ])('%j lets %j in', (require, system) => {
    expect(checkRequirements(require, system)).toEqual({ ok: true, value: true });
  });

  it.each([
    [{}, { client: 'v1.10.9' }, "can't find a running KubeVela instance, please install it first"],
    [{ vela: 'abc' }, { client: 'v1.10.9', coreImage: core }, 'improper constraint: abc'],
    [{ vela: 'abc' }, { client: 'UNKNOWN', coreImage: core }, 'improper constraint: abc'],
    [{ vela: '>=1.10' }, { client: 'v1.4.0' }, 'vela cli/ux version: v1.4.0  require: >=1.10'],
    [
      { vela: '>=v1.5.0', kubernetes: '<1' },
      { client: 'v1.5.0', coreImage: 'oamdev/vela-core:v1.4.0', kubernetes: 'v1.27.3' },
      'the vela core controller: v1.4.0 require: >=v1.5.0',
    ],
    [
      { vela: '>=v1.5.0', kubernetes: '<1.19' },
      { client: 'v1.10.9', coreImage: core, kubernetes: 'v1.27.3+k3s1' },
      'the kubernetes version v1.27.3+k3s1 require: <1.19',
    ],
    [{ kubernetes: 'abc' }, { client: 'v1.10.9', coreImage: core, kubernetes: 'v1.27.3' }, 'improper constraint: abc'],
    [{ vela: '>=1' }, { client: '1.2.3.4', coreImage: core }, 'Invalid Semantic Version'],
  ])('%j keeps %j out: %s', (require, system, error) => {
    expect(checkRequirements(require, system)).toEqual({ ok: false, error });
  });
});

describe('admits', () => {
  it.each([
    [undefined, { vela: '1.10.9', kubernetes: '1.29' }, true],
    [{}, { vela: '1.10.9' }, true],
    [{ vela: '>=1.9' }, {}, true],
    [{ vela: '>=1.9' }, { vela: '1.10.9' }, true],
    [{ vela: '>=1.9' }, { vela: 'v1.8.2' }, false],
    [{ vela: '>=1.9' }, { kubernetes: '1.18' }, true],
    [{ vela: '>=1.9', kubernetes: '>=1.22' }, { vela: '1.10', kubernetes: '1.21' }, false],
    [{ vela: '>=1.9', kubernetes: '>=1.22' }, { vela: '1.10', kubernetes: '1.29' }, true],
    [{ vela: 'abc' }, { vela: '1.10.9' }, false],
    [{ vela: 'abc' }, { kubernetes: '1.29' }, true],
    [{ vela: '>=1.9' }, { vela: '1.10.9.1' }, false],
    [{ vela: '>=9' }, { vela: 'master' }, true],
  ])('%j for %j: %s', (require, asked, expected) => {
    expect(admits(require, asked)).toBe(expected);
  });
});
