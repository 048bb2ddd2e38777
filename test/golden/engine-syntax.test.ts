import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { openEngines } from '../../registry/engine/open-engines.ts';
import type { CueFacts, EngineFile, EngineName, ImportContext, ParameterChange } from '../../registry/engine/types.ts';
import { releaseLines } from '../../registry/version/release-lines.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { readCatalogTip } from '../support/catalog-corpus.ts';
import { findShared } from '../support/shared.ts';
import { listGoldenDefinitions } from './definition-files.ts';

const golden = inject('golden');
const shared = findShared();
const isMissing = 'missing' in golden || shared === undefined;
const note = isMissing ? ' (skipped: no shared judging material)' : '';
const engines = openEngines({ root: fileURLToPath(new URL('../..', import.meta.url)) });
afterAll(() => engines.close());

const definitions = 'missing' in golden ? [] : listGoldenDefinitions(golden.folder);
const tip = shared === undefined ? new Map() : readCatalogTip(shared);

/** Sums of lists at the tip of the corpus, `addon/file:line` (catalog-corpus.md 9.1, G1 and G2, and two definitions besides). */
const sumsOfLists = [
  'grafana/template.cue:22',
  'grafana/template.cue:23',
  'grafana/template.cue:77',
  'loki/resources/agent-promtail.cue:58',
  'loki/resources/loki.cue:19',
  'loki/template.cue:16',
  'loki/template.cue:18',
  'loki/template.cue:27',
  'loki/template.cue:33',
  'o11y-definitions/definitions/grafana-dashboard-trait.cue:65',
  'o11y-definitions/definitions/import-grafana-dashboard.cue:68',
  'prometheus-server/template.cue:18',
  'prometheus-server/template.cue:35',
  'vela-workflow/definitions/addon-operation.cue:56',
];

describe.skipIf(isMissing).each(releaseLines)(`what the syntax tells on $line${note}`, ({ line, engine }) => {
  test('finds every sum of lists, and takes no sum of texts for one', async () => {
    const found = new Set<string>();
    for (const [addon, tree] of tip) {
      for (const files of listPackages(tree.files)) {
        for (const { file, listArithmetic } of await askFacts(engine, line, files)) {
          for (const place of listArithmetic) found.add(`${addon}/${file}:${place.line}`);
        }
      }
    }
    expect([...found].sort()).toEqual(sumsOfLists);
  });

  test('fluxcd 3.0.0 takes a parameter of kustomize away', async () => {
    const changes = await askCompare(line, 'fluxcd 2.4.0 kustomize.cue', 'fluxcd 3.0.0 kustomize.cue');
    expect(changes.filter(({ breaking }) => breaking).map(toWords)).toEqual(['git.provider removed']);
    expect(changes.filter(({ breaking }) => !breaking).map(toWords)).toEqual([
      'git.branch optional',
      'git.branch default-added',
      'git.commit added',
      'git.name added',
      'git.semver added',
      'git.tag added',
      'oci.tag optional',
      'oci.tag default-removed',
      'oci.digest added',
      'oci.semver added',
    ]);
  });

  test('prometheus-server v0.2.1 breaks nothing', async () => {
    const changes = await askCompare(
      line,
      'prometheus-server v0.2.0 prometheus-scrape.cue',
      'prometheus-server v0.2.1 prometheus-scrape.cue',
    );
    expect(changes.map((each) => [toWords(each), each.breaking])).toEqual([['type required', false]]);
  });

  async function askCompare(of: ReleaseLine, before: string, after: string): Promise<readonly ParameterChange[]> {
    const outcome = await engines.ask({
      engine,
      operation: 'compare',
      request: { before: findDefinition(of, before), after: findDefinition(of, after), line: of },
    });
    return outcome.kind === 'answer' ? outcome.value.changes : expect.fail(outcome.message);
  }
});

function findDefinition(line: ReleaseLine, place: string): EngineFile {
  const found = definitions.find((each) => each.line === line && each.golden.in.includes(place));
  return found === undefined ? expect.fail(`no ${place}`) : { name: place, text: found.golden.source };
}

function toWords({ path, kind }: ParameterChange): string {
  return `${path.join('.')} ${kind}`;
}

/** Texts that are compiled together: each definition, view and config template alone, the others as one package. */
function listPackages(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): readonly EngineFile[][] {
  const texts = files
    .filter(({ path }) => path.endsWith('.cue'))
    .map(({ path, bytes }) => ({ name: path, text: new TextDecoder().decode(bytes) }));
  const isAlone = ({ name }: EngineFile) => /^(definitions|views|config-templates)\//.test(name);
  return [texts.filter((each) => !isAlone(each)), ...texts.filter(isAlone).map((each) => [each])];
}

async function askFacts(engine: EngineName, line: ReleaseLine, files: EngineFile[]): Promise<readonly CueFacts[]> {
  const context: ImportContext = 'plain';
  const outcome = await engines.ask({ engine, operation: 'facts', request: { files, context, line } });
  return outcome.kind === 'answer' ? outcome.value.files : expect.fail(outcome.message);
}
