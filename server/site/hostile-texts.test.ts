import { afterEach, describe, expect, it } from 'vitest';
import type { Parameter } from '../../schemas/parameter.ts';
import type { RuleDocument } from '../../schemas/rest.ts';
import { createSourceState, type FixtureVersion } from '../../test/support/fixture-catalog.ts';
import type { FixtureDefinition } from '../../test/support/fixture-definitions.ts';
import { type FixtureSite, startFixtureSite } from '../../test/support/fixture-site.ts';

let site: FixtureSite;

afterEach(() => site.close());

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></script><svg onload=alert(1)>',
  'javascript:alert(1)',
  '\u202Egpj.exe\u0000\u001b[31m\u2028',
];

describe('what authors write', () => {
  it.each(hostile)('stays text: %j', async (text) => {
    const finding = { rule: 'metadata/unknown-key', severity: 'error', line: 1, column: 1, doc: text } as const;
    const parameter: Parameter = {
      name: text,
      type: 'string',
      optional: false,
      required: true,
      usage: text,
      alias: text,
      enum: [text],
      constraints: [text],
    };
    const version: FixtureVersion = {
      name: text,
      version: text,
      metadata: {
        description: text,
        tags: [text],
        url: text,
        icon: text,
        dependencies: [{ name: text, version: text }],
        system: { vela: text, kubernetes: text },
        needNamespace: [text],
        uxPlugins: { [text]: text },
        annotations: { [text]: text },
      },
      files: { 'metadata.yaml': text, 'README.md': text, [text]: text },
      findings: [
        { ...finding, file: 'metadata.yaml', message: text, fix: text, for: [text] },
        { ...finding, file: text, message: text },
      ],
      verdicts: [{ line: '1.10', render: 'refused', admitted: true, parameters: [text], reason: text }],
      parameters: [parameter, { ...parameter, name: `${text}2`, type: 'struct', fields: [parameter] }],
      effects: [
        {
          kind: 'image',
          severity: 'danger',
          subject: text,
          value: text,
          file: text,
          line: 1,
          column: 1,
          definition: text,
        },
      ],
    };
    const definition: FixtureDefinition = {
      addon: text,
      versions: [text],
      source: text,
      document: {
        kind: 'trait',
        name: text,
        alias: text,
        description: text,
        file: text,
        appliesTo: [text],
        conflictsWith: [text],
        imports: [text],
        healthPolicy: text,
        customStatus: text,
        parameters: [parameter],
        object: { [text]: text },
      },
      lines: { '1.11': { refused: text, findings: [{ ...finding, file: text, message: text }] } },
    };
    const source = createSourceState({ id: text, url: text, revision: text, message: text, adopted: text });
    const rule: RuleDocument = {
      id: 'a/b',
      severity: 'info',
      title: text,
      reason: text,
      wrong: [{ file: text, text }],
      right: [{ file: text, text }],
    };
    const content = { versions: [version], definitions: [definition], sources: [source], rules: [rule] };
    site = await startFixtureSite(content);
    const own = `/addons/official/${encodeURIComponent(text)}`;
    const parts = [
      'readme',
      'parameters',
      'definitions',
      'effects',
      'metadata',
      'files',
      'files/metadata.yaml',
      'findings',
      'versions',
    ];
    const rest = [
      '/',
      '/addons',
      '/definitions',
      `/definitions/trait/${encodeURIComponent(text)}`,
      `/definitions/trait/${encodeURIComponent(text)}?for=1.11`,
      `/addons?q=${encodeURIComponent(text)}`,
      own,
      '/sources',
      '/rules',
      '/rules/a/b',
      '/use',
    ];
    for (const path of [...parts.map((part) => `${own}/v/${encodeURIComponent(text)}/${part}`), ...rest, `${own}x`]) {
      const page = await (await fetch(`${site.url}${path}`, { redirect: 'manual' })).text();
      expect(page).not.toMatch(/<script(?! type="(module|application\/ld\+json)")|<img|<svg o|<\/title>.*<\/title>/s);
      for (const tag of page.match(/<[a-z][^<]*?>/g) ?? []) {
        expect(tag.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/\son[a-z]+=|style=/);
        expect(tag).not.toMatch(/(href|src|action)="\s*javascript:/i);
      }
      for (const character of ['\u0000', '\u001b', '\u202E']) expect(page).not.toContain(character);
      for (const [, json = ''] of page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
        expect(JSON.parse(json)).toMatchObject({ '@context': 'https://schema.org' });
      }
    }
    expect(site.bugs).toEqual([]);
  });
});
