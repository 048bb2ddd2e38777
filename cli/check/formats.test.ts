import { expect, test } from 'vitest';
import { createFinding } from '../../registry/findings.ts';
import type { ExaminedPackage } from '../examine-package.ts';
import { joinPath } from './findings-report.ts';
import { toGithubLines } from './format-github.ts';
import { type RuleSummary, toSarif } from './format-sarif.ts';

const examined: readonly ExaminedPackage[] = [
  {
    path: './addons/a b',
    tree: { files: [] },
    addon: undefined,
    findings: [
      createFinding({
        rule: 'metadata/unknown-key',
        severity: 'warning',
        file: 'metadata.yaml',
        line: 3,
        column: 5,
        message: '100% unknown\n::error::injected',
        fix: 'Take it: out, now.',
      }),
      createFinding({ rule: 'package/broken-archive', severity: 'error', message: 'it is broken' }),
      createFinding({ rule: 'readme/short', severity: 'info', file: 'docs/a,b:c.md', message: 'short' }),
      createFinding({
        rule: 'cue/list-arithmetic',
        severity: 'error',
        file: 'template.cue',
        message: 'no sums',
        for: ['1.10', '1.11'],
      }),
    ],
  },
];

const rules: readonly RuleSummary[] = [
  {
    id: 'metadata/unknown-key',
    severity: 'warning',
    title: 'A key nobody reads',
    reason: 'The client ignores it.',
  },
];

test('workflow commands are escaped, so that content cannot begin a command of its own', () => {
  expect(toGithubLines(examined)).toEqual([
    '::warning file=./addons/a b/metadata.yaml,line=3,col=5,title=metadata/unknown-key::100%25 unknown ::error::injected%0ATake it: out, now.',
    '::error file=./addons/a b,line=1,col=1,title=package/broken-archive::it is broken',
    '::notice file=./addons/a b/docs/a%2Cb%3Ac.md,line=1,col=1,title=readme/short::short',
    '::error file=./addons/a b/template.cue,line=1,col=1,title=cue/list-arithmetic on 1.10%2C 1.11::no sums',
  ]);
});

test('the SARIF log names every rule once, and places by relative URI', () => {
  const region = { startLine: 1, startColumn: 1 };
  expect(toSarif({ examined, rules, version: '1.2.3' })).toEqual({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'chandlery',
            version: '1.2.3',
            rules: [
              { id: 'cue/list-arithmetic' },
              {
                id: 'metadata/unknown-key',
                shortDescription: { text: 'A key nobody reads' },
                fullDescription: { text: 'The client ignores it.' },
                defaultConfiguration: { level: 'warning' },
              },
              { id: 'package/broken-archive' },
              { id: 'readme/short' },
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          {
            ruleId: 'metadata/unknown-key',
            ruleIndex: 1,
            level: 'warning',
            message: { text: '100% unknown\n::error::injected\nTake it: out, now.' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'addons/a%20b/metadata.yaml' },
                  region: { startLine: 3, startColumn: 5 },
                },
              },
            ],
          },
          {
            ruleId: 'package/broken-archive',
            ruleIndex: 2,
            level: 'error',
            message: { text: 'it is broken' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'addons/a%20b' }, region } }],
          },
          {
            ruleId: 'readme/short',
            ruleIndex: 3,
            level: 'note',
            message: { text: 'short' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'addons/a%20b/docs/a%2Cb%3Ac.md' }, region } }],
          },
          {
            ruleId: 'cue/list-arithmetic',
            ruleIndex: 0,
            level: 'error',
            message: { text: 'no sums' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'addons/a%20b/template.cue' }, region } }],
            properties: { for: ['1.10', '1.11'] },
          },
        ],
      },
    ],
  });
});

test.each([
  ['.', 'metadata.yaml', 'metadata.yaml'],
  ['addons/', 'metadata.yaml', 'addons/metadata.yaml'],
  ['a.tgz', '', 'a.tgz'],
  ['/', 'x', '/x'],
])('the file %j of the package %j is found', (path, file, expected) => {
  expect(joinPath(path, file)).toBe(expected);
});
