import type { JsonObject } from '../../../schemas/json.ts';
import { type GeneratedContext, type GeneratedFiles, generateTemplate } from './application.ts';
import { generateDefinitions } from './definitions.ts';
import { generateExtras } from './extras.ts';
import { generateParameters } from './parameters.ts';
import { createRandom, type Random } from './random.ts';
import { generateResources } from './resources.ts';

/** An addon that nobody wrote, and what it is enabled with. */
export interface GeneratedAddon {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly parameters: JsonObject;
}

/** Clusters that are registered where generated addons are enabled. */
export const generatedClusters: readonly string[] = ['edge', 'far'];

/** Makes up a whole addon: the same seed makes the same one. Most can be enabled, some are wrong in one place or in several. */
export function generateAddon(seed: number): GeneratedAddon {
  const random = createRandom(seed);
  const name = `made-up-${seed}`;
  const packageClause = random.weigh([
    [7, 'package main\n'],
    [2, ''],
    [1, 'package other\n'],
  ]);
  const hasParameters = random.chance(0.8);
  const own = random.weigh([
    [5, ''],
    [4, packageClause],
    [1, 'package main\n'],
    [0.3, 'package other\n'],
  ]);
  const { text, list, arguments: given } = generateParameters(random, own);
  const context: GeneratedContext = { parameters: hasParameters ? list : [], packageClause };
  const files: GeneratedFiles = {
    'metadata.yaml': generateMetadata(random, name),
    ...generateTemplate(random, context),
    ...generateResources(random, context),
    ...generateDefinitions(random),
    ...generateExtras(random, context),
  };
  if (hasParameters) files[random.chance(0.9) ? 'parameter.cue' : 'resources/parameter.cue'] = text;
  if (random.chance(0.02)) files['resources/parameter.cue'] = text;
  if (random.chance(0.5)) files['README.md'] = '# Made up\n';
  return { name, files, parameters: { ...(hasParameters ? given : {}), ...generateClusters(random) } };
}

function generateClusters(random: Random): JsonObject {
  return random.weigh<JsonObject>([
    [8, {}],
    [1, { clusters: ['edge'] }],
    [1, { clusters: ['local', 'far'] }],
    [0.3, { clusters: [] }],
    [0.3, { clusters: ['nowhere'] }],
  ]);
}

function generateMetadata(random: Random, name: string): string {
  const lines = [
    `name: ${name}`,
    `version: ${random.pick(['1.0.0', 'v1.2.3', '0.1.0-beta.1'])}`,
    `description: ${random.pick(['Made up', '"with: a colon"', 'ä <b> & "c"'])}`,
  ];
  const add = (share: number, line: string) => {
    if (random.chance(share)) lines.push(line);
  };
  add(0.3, 'icon: https://example.com/icon.png');
  add(0.3, 'url: https://example.com');
  add(0.4, 'tags: [one, two]');
  add(0.25, `needNamespace: ${random.pick(['[made-up]', '[a, vela-system, b]', '[]'])}`);
  add(
    0.35,
    `deployTo: ${random.pick(['{runtimeCluster: true}', '{runtime_cluster: true}', '{runtimeCluster: false}', '{disableControlPlane: true, runtimeCluster: true}'])}`,
  );
  add(0.15, 'dependencies:\n  - name: fluxcd\n  - name: other\n    version: ">=1.0.0"');
  add(0.2, 'system: {vela: ">=v1.5.0", kubernetes: ">=1.19.0-0"}');
  add(0.1, 'annotations: {a: b}');
  add(0.05, 'uxPlugins: {p: https://example.com/p.tar.gz}');
  add(0.1, 'invisible: true');
  return `${lines.join('\n')}\n`;
}
