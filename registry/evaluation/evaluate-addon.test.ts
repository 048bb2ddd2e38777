import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { emptyTemplate } from '../addon/lint/examples.ts';
import { addonOf } from '../addon/lint/test-support/lint-input.ts';
import type { RuleExample } from '../addon/lint/types.ts';
import { openEngines } from '../engine/open-engines.ts';
import { releaseLines } from '../version/release-lines.ts';
import { evaluateAddon } from './evaluate-addon.ts';

const engines = openEngines({ root: fileURLToPath(new URL('../..', import.meta.url)) });
afterAll(() => engines.close());

const lines = releaseLines.map(({ line }) => line);

async function evaluate(files: readonly RuleExample[], line: ReleaseLine) {
  const { tree, metadata } = addonOf(files);
  if (metadata === undefined) throw new Error('the addon has no metadata');
  return evaluateAddon({ engines }, { tree, metadata, line });
}

function parameterFile(text: string): RuleExample {
  return { file: 'parameter.cue', text };
}

const reader = {
  file: 'resources/hello.cue',
  text: 'output: {\n\tname: "hello"\n\ttype: "raw"\n\tproperties: {\n\t\tapiVersion: "v1"\n\t\tkind:       "ConfigMap"\n\t\tmetadata: name: parameter.name\n\t\tdata: port: "\\(parameter.database.port)"\n\t}\n}\n',
};
const required = parameterFile(
  'parameter: {\n\t// +usage=What it is called\n\tname: =~"^[0-9.]+$"\n\tdatabase: {\n\t\t// +usage=Where it listens\n\t\tport: >1000 & int\n\t}\n}\n',
);

describe.each(lines)('on %s', (line) => {
  it('works when everything is there', async () => {
    const { render, parameters, reason, findings } = await evaluate([], line);
    expect({ render, parameters, reason, findings }).toEqual({
      render: 'works',
      parameters: [],
      reason: undefined,
      findings: [],
    });
  });

  it('needs parameters when nothing but values is missing', async () => {
    const { render, parameters, reason, findings } = await evaluate([required, reader], line);
    expect({ render, parameters }).toEqual({ render: 'needs-parameters', parameters: ['name', 'database.port'] });
    expect(reason).toContain('fail to render cue template');
    expect(findings.some(({ severity, for: ofLines }) => severity === 'error' && ofLines?.includes(line))).toBe(true);
  });

  it.each([
    ['do not parse', 'parameter: {\n'],
    ['contradict themselves', 'parameter: {a: 1}\nparameter: {a: 2}\n'],
    ['have no schema', 'parameter: pair: [string, int]\n'],
  ])('is refused when the parameters %s', async (_, text) => {
    const { render, reason, findings, facts } = await evaluate([parameterFile(text)], line);
    expect(render).toBe('refused');
    expect(reason).not.toBe('');
    expect(findings.find(({ severity }) => severity === 'error')?.file).toBe('parameter.cue');
    expect(facts.schema).toBeUndefined();
  });

  it('is refused when a value is missing that no parameter gives', async () => {
    const open = { ...reader, text: reader.text.replace('parameter.name', 'string') };
    expect((await evaluate([required, open], line)).render).toBe('refused');
  });

  it('tells what pages and search need', async () => {
    const definition = {
      file: 'definitions/greeter.cue',
      text: 'greeter: {\n\ttype:        "trait"\n\tdescription: "Greets"\n}\n\ntemplate: {\n\tpatch: metadata: labels: greeting: parameter.text\n\tparameter: {\n\t\t// +usage=What to say\n\t\ttext: *"hello" | string\n\t}\n}\n',
    };
    const chart = {
      file: 'resources/chart.cue',
      text: 'output: {\n\ttype: "helm"\n\tproperties: {\n\t\turl:     "https://charts.jetstack.io"\n\t\tchart:   "hello"\n\t\tversion: parameter.version\n\t}\n}\n',
    };
    const parameters = parameterFile('parameter: {\n\t// +usage=Of the chart\n\tversion: *"1.0.0" | string\n}\n');
    const { findings, facts } = await evaluate([emptyTemplate, parameters, definition, chart], line);
    expect(findings).toEqual([]);
    expect(facts.definitions.map(({ kind, name, file }) => [kind, name, file])).toEqual([
      ['trait', 'greeter', 'definitions/greeter.cue'],
    ]);
    expect(facts.parameters.map(({ name, default: value }) => [name, value])).toEqual([['version', '1.0.0']]);
    expect(facts.schema).toMatchObject({ properties: { version: { default: '1.0.0' } } });
    expect(facts.effects).toEqual([
      {
        kind: 'chart',
        severity: 'plain',
        subject: 'helm/chart',
        value: 'hello 1.0.0 from https://charts.jetstack.io',
        phrase: { code: 'chart', name: 'hello', version: '1.0.0', url: 'https://charts.jetstack.io' },
        file: 'resources/chart.cue',
        line: 5,
        column: 3,
      },
    ]);
    expect(facts.uses).toEqual([
      { kind: 'component', name: 'helm', file: 'resources/chart.cue', line: 2, column: 2, conditional: false },
    ]);
    expect(facts.links.map(({ url, file, line: at }) => `${url} ${file}:${at}`)).toEqual([
      'https://charts.jetstack.io resources/chart.cue:4',
    ]);
    expect(facts.minimumVela).toBeUndefined();
  });
});

it('derives the oldest KubeVela that has what an addon imports', async () => {
  const step = {
    file: 'definitions/hello.cue',
    text: 'import "vela/builtin"\n\nhello: {\n\ttype:        "workflow-step"\n\tdescription: "Greets"\n}\n\ntemplate: {\n\twait: builtin.#Suspend & {}\n\tparameter: {}\n}\n',
  };
  const found = await Promise.all(lines.map(async (line) => (await evaluate([step], line)).facts.minimumVela));
  expect(found).toEqual(['1.10.0', '1.10.0', '1.10.0']);
});

it('stops when it is told to', async () => {
  const { tree, metadata } = addonOf([]);
  if (metadata === undefined) throw new Error('the addon has no metadata');
  const evaluation = evaluateAddon({ engines }, { tree, metadata, line: '1.10', signal: AbortSignal.abort() });
  await expect(evaluation).rejects.toThrow();
});
