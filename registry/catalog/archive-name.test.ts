import { expect, test } from 'vitest';
import { archiveName } from './archive-name.ts';

test.each([
  ['fluxcd', '3.0.2', 'fluxcd-3.0.2.tgz'],
  ['grafana', 'v0.4.3', 'grafana-v0.4.3.tgz'],
  ['Kubeflow Pipeline', '1.0.0', 'Kubeflow~20Pipeline-1.0.0.tgz'],
  ['a', '1.0.0+b1', 'a-1.0.0~2Bb1.tgz'],
  ['a~20b', '1', 'a~7E20b-1.tgz'],
  ['ä', '1', '~C3~A4-1.tgz'],
])('%s %s is served as %s', (addon, version, expected) => {
  expect(archiveName(addon, version)).toBe(expected);
});
