import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseLines } from '../../registry/version/release-lines.ts';
import type { Preview } from '../../schemas/preview.ts';
import type { AddonPage } from '../../schemas/rest.ts';
import { findPackageRoot } from '../../server/config/package-root.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const root = findPackageRoot();
const built = releaseLines.every(({ engine }) => existsSync(`${root}/cue/engines/cue-${engine}.wasm.br`));
const note = built ? '' : ' (skipped: no engine artefacts in cue/engines)';

describe.skipIf(!built)(`the form of every own addon${note}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'chandlery-preview-'));
  let server: TestServer;

  beforeAll(async () => {
    const path = JSON.stringify(join(root, 'addons'));
    const config = `catalogs:\n  - name: own\n    sources:\n      - { type: local, path: ${path}, sealed: true }\n`;
    server = await startTestServer({ config, folder });
    await server.settled();
    await server.evaluated('own');
  }, 240_000);
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const versionUrl = (addon: string) => `${server.url}/api/v1/catalogs/own/addons/${addon}/versions/latest`;
  async function preview(addon: string, body: object): Promise<Preview> {
    const response = await fetch(`${versionUrl(addon)}/preview`, { method: 'POST', body: JSON.stringify(body) });
    expect(response.status).toBe(200);
    return response.json();
  }
  const showForm = (addon: string, query = '') =>
    fetch(`${server.url}/addons/own/${addon}/v/latest/parameters${query}`, { redirect: 'manual' });

  it('stands, and with nothing given shows what bundle.yaml gives', async () => {
    const list: AddonPage = await (await fetch(`${server.url}/api/v1/addons?catalog=own`)).json();
    expect(list.items.length).toBeGreaterThan(5);
    for (const { name } of list.items) {
      const page = await showForm(name);
      expect([name, page.status]).toEqual([name, 200]);
      expect(await page.text()).toContain('data-parameters');
      const bundle = await fetch(`${versionUrl(name)}/bundle.yaml`);
      const { outcome } = await preview(name, {});
      if (outcome.kind !== 'rendered') {
        expect([name, bundle.status, outcome.kind]).toEqual([name, 422, 'refused']);
        continue;
      }
      const texts = (await bundle.text()).split('---\n').map((text) => text.replace(/\n\n$/, '\n'));
      expect(outcome.documents.map(({ text }) => text).sort()).toEqual(texts.sort());
      expect(outcome.documents.every(({ state }) => state === 'same')).toBe(true);
    }
  }, 120_000);

  it('marks the lines that a value changes', async () => {
    const { outcome } = await preview('kubewatch', { parameters: { memory: '256Mi' }, for: '1.9' });
    if (outcome.kind !== 'rendered') throw new Error(outcome.kind);
    const [application] = outcome.documents;
    const lines = application?.text?.split('\n') ?? [];
    const added = application?.added?.map((line) => lines[line - 1]?.trim()) ?? [];
    expect(added.length).toBeGreaterThan(0);
    expect(added.every((line) => line?.includes('256Mi'))).toBe(true);
    expect(application?.removed?.every(({ text }) => text.includes('128Mi'))).toBe(true);
    expect(outcome.documents.slice(1).every(({ state }) => state === 'same')).toBe(true);
  });

  it('puts YAML into its place, and says where it cannot be read', async () => {
    const texts = [{ pointer: '/config', text: 'catalogs:\n  - name: a\n' }];
    const read = await preview('chandlery', { parameters: { image: 'x:1', config: null }, texts });
    expect(read.parameters).toEqual({ config: { catalogs: [{ name: 'a' }] }, image: 'x:1' });
    expect(read.outcome.kind).toBe('rendered');
    const unread = await preview('chandlery', { texts: [{ pointer: '', text: 'a: b\n- c' }] });
    expect(unread.outcome).toEqual({ kind: 'unreadable' });
    expect(unread.faults).toEqual([expect.objectContaining({ pointer: '', line: 2, message: expect.any(String) })]);
  });

  it('shows a refusal at its field, in the words of KubeVela', async () => {
    const page = await showForm('chandlery', '?set=image=x&set=storage.size=abc&for=1.10');
    const html = await page.text();
    expect(html).toMatch(/class="field-fault" id="f\.storage\.size-e"[^>]*>.*?out of bound/);
    expect(html).toContain('load app template with CUE files');
  });

  it('carries what no argument can in values', async () => {
    const values = encodeURIComponent(JSON.stringify({ image: 'x:1', cpu: '1' }));
    const text = await (await fetch(`${versionUrl('chandlery')}/bundle.yaml?values=${values}&set=memory=1Gi`)).text();
    expect(text).toContain('cpu: "1"');
    expect(text).toContain('memory: 1Gi');
    expect((await fetch(`${versionUrl('chandlery')}/bundle.yaml?values=%5B%5D`)).status).toBe(400);
  });

  it('limits what one address may have rendered', async () => {
    const statuses = new Set<number>();
    for (let round = 0; round < 400 && !statuses.has(429); round += 1) {
      const body = JSON.stringify({ parameters: { image: 'x:1' } });
      const answers = Array.from({ length: 20 }, () =>
        fetch(`${versionUrl('chandlery')}/preview`, { method: 'POST', body }),
      );
      for (const { status } of await Promise.all(answers)) statuses.add(status);
    }
    expect([...statuses].sort()).toEqual([200, 429]);
  }, 60_000);
});
