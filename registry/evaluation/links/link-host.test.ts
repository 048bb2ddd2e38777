import { expect, it } from 'vitest';
import { findDeadHost } from './dead-hosts.ts';
import { findImageHost, findLinkHost } from './link-host.ts';

it.each([
  ['https://charts.example.com/a?b#c', 'charts.example.com'],
  ['https://user:pass@Charts.Example.com:8443/a', 'charts.example.com'],
  ['oci://ghcr.io/a/b', 'ghcr.io'],
  ['git@github.com:a/b.git', 'github.com'],
  ['ssh://git@github.com/a/b.git', 'github.com'],
  ['see https://charts.example.com', undefined],
  ['https://', undefined],
  ['http://loki:3100/', undefined],
  ['http://loki.o11y-system:3100/', undefined],
  ['https://kubernetes.default', undefined],
  ['http://a.b.svc.cluster.local/', undefined],
  ['http://127.0.0.1:80', undefined],
  ['https://hello.example/icon.svg', undefined],
  ['charts.example.com', undefined],
])('finds the public host of %s', (address, host) => {
  expect(findLinkHost(address)).toBe(host);
});

it.each([
  ['nginx:1', undefined],
  ['oamdev/velaux:v1', undefined],
  ['quay.io/thanos/thanos:v0.8.0', 'quay.io'],
  ['localhost:5000/a', undefined],
  ['registry.example.com:5000/a@sha256:00', 'registry.example.com'],
])('finds the registry of %s', (image, host) => {
  expect(findImageHost(image)).toBe(host);
});

it('knows hosts, their subdomains where those went with them, and what is best said of one', () => {
  expect(findDeadHost('charts.kubevela.net')?.since).toBe('2025-05-26');
  expect(findDeadHost('hub.kubevela.net')?.since).toBe('2023-07-18');
  expect(findDeadHost('a.k8s.gcr.io')).toBeUndefined();
  expect(findDeadHost('notkubevela.net')).toBeUndefined();
});
