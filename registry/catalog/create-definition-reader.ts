import type { DefinitionFacts } from '../../schemas/definition.ts';
import type { DefinitionDetail } from '../../schemas/definition-catalogue.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { BoundedCache } from '../bounded-cache.ts';
import type { DefinitionReading } from '../definition/types.ts';
import { definitionNotFound, RegistryError, versionQuarantined } from '../errors.ts';
import { compareFindings } from '../findings.ts';
import { toGoYaml } from '../render/go-yaml/to-go-yaml.ts';
import type { EvaluationStore, LineEvaluationStore, LineRules } from '../storage/types.ts';
import { chooseLine, preferLines } from './choose-line.ts';
import { type DefinitionIndex, type DefinitionVersion, uniteOwners } from './create-definition-index.ts';
import type { TreeReader } from './create-tree-reader.ts';
import type { DefinitionInterpreter, DefinitionReader, DefinitionReference } from './definition-types.ts';
import { type FoundDefinition, findDefinition, toDefinitionPlace } from './find-definition.ts';
import { isListed } from './listed.ts';
import { mergeLineFindings } from './merge-findings.ts';
import { traceDefinition } from './trace-definition.ts';
import type { CatalogViews } from './types.ts';

export interface DefinitionReaderOptions {
  readonly views: CatalogViews;
  /** The index of the views of now. */
  readonly getDefinitions: () => Promise<DefinitionIndex>;
  readonly listDefinitions: DefinitionReader['listDefinitions'];
  readonly store: Pick<EvaluationStore, 'findEvaluation'> &
    Pick<LineEvaluationStore, 'listDefinitions' | 'listLineFindings'>;
  readonly trees: TreeReader;
  readonly interpreter: DefinitionInterpreter;
  /** Names the rules of the text family. */
  readonly ruleSet: string;
  /** The release lines that are judged, oldest first. */
  readonly lines: readonly LineRules[];
}

// A reading holds the text several times over: as template, object and schemas.
const weightOfText = 8;
const cacheWeight = 32 * 1024 * 1024;

/** Definitions of all catalogs: lists from the stored rows, one in full from its stored text. */
export function createDefinitionReader(options: DefinitionReaderOptions): DefinitionReader {
  const { store, interpreter } = options;
  const lines = options.lines.map(({ line }) => line);
  const readings = new BoundedCache<Promise<DefinitionReading>>({ maxWeight: cacheWeight });

  /** In a union, what its members bring stands under its own name. */
  async function getIndexOf(catalog: string | undefined): Promise<DefinitionIndex> {
    const index = await options.getDefinitions();
    const view = catalog === undefined ? undefined : options.views.findView(catalog);
    return view?.shadowed === undefined ? index : uniteOwners(index, view);
  }

  /** Throws DEFINITION_NOT_FOUND or VERSION_QUARANTINED. */
  async function find(reference: DefinitionReference): Promise<FoundDefinition> {
    const found = findDefinition(await getIndexOf(reference.catalog), reference);
    const { state, stateReason, version } = found.view;
    if (state !== 'quarantined') return found;
    const { catalog, addon } = found.owner;
    throw versionQuarantined({ catalog, addon: addon.name, version }, stateReason?.reason);
  }

  /** One text gives one reading, whoever has it. */
  function readOnce({ entry }: DefinitionVersion, content: Uint8Array, line: ReleaseLine): Promise<DefinitionReading> {
    const { digest, file } = entry;
    const key = JSON.stringify([digest, file, line]);
    const known = readings.find(key);
    if (known !== undefined) return known;
    const reading = interpreter.readDefinition({ file, content, line });
    readings.save(key, reading, content.byteLength * weightOfText);
    reading.catch(() => readings.remove(key));
    return reading;
  }

  async function readContent({ view, entry }: DefinitionVersion): Promise<Uint8Array> {
    const tree = await options.trees.readTree(view.digest);
    const file = tree.files.find(({ path }) => path === entry.file);
    if (file === undefined) throw definitionNotFound(entry.kind, entry.name);
    return file.bytes;
  }

  async function findFacts(found: FoundDefinition, line: ReleaseLine): Promise<DefinitionFacts> {
    const { view, entry } = found;
    // A line that refuses the definition has no facts of it; another line's tell what it is all the same.
    for (const each of [line, ...preferLines(lines)]) {
      const definitions = await store.listDefinitions({ treeDigest: view.treeDigest, line: each });
      const facts = definitions.find(
        ({ kind, name, file }) => kind === entry.kind && name === entry.name && file === entry.file,
      );
      if (facts !== undefined) return facts;
    }
    throw definitionNotFound(entry.kind, entry.name);
  }

  async function listFindings({ view, entry }: FoundDefinition, line: ReleaseLine): Promise<readonly Finding[]> {
    const [text, judged] = await Promise.all([
      store.findEvaluation(view.treeDigest, options.ruleSet),
      store.listLineFindings(view.treeDigest),
    ]);
    return [...(text?.findings ?? []), ...mergeLineFindings(judged)]
      .filter((finding) => finding.file === entry.file && (finding.for === undefined || finding.for.includes(line)))
      .sort(compareFindings);
  }

  return {
    listDefinitions: options.listDefinitions,

    async getDefinition(reference) {
      const line = chooseLine(lines, reference.line);
      const found = await find(reference);
      const content = await readContent(found);
      const [reading, facts, findings] = await Promise.all([
        readOnce(found, content, line),
        findFacts(found, line),
        listFindings(found, line),
      ]);
      return {
        shown: toDefinitionPlace(found.owner, found),
        for: line,
        facts,
        ...(reading.document === undefined ? {} : { document: reading.document }),
        ...(reading.conversion.kind === 'refused' ? { refused: reading.conversion.message } : {}),
        source: toText(content),
        findings: [...findings],
        owners: listOwners(found),
      };
    },

    async getDefinitionHistory(reference) {
      const { owner } = findDefinition(await getIndexOf(reference.catalog), reference);
      const { kind, name } = reference;
      return { kind, name, catalog: owner.catalog, addon: owner.addon.name, items: traceDefinition(owner) };
    },

    async getDefinitionFile(reference, form) {
      const line = chooseLine(lines, reference.line);
      const found = await find(reference);
      const content = await readContent(found);
      const shown = toDefinitionPlace(found.owner, found);
      const others = found.owners
        .filter((owner) => owner !== found.owner && owner.listed)
        .map((owner) => toDefinitionPlace(owner, owner.shown));
      if (form === 'cue' && found.entry.file.endsWith('.cue')) return { text: toText(content), shown, others };
      const { conversion } = await readOnce(found, content, line);
      if (conversion.kind === 'refused') {
        throw new RegistryError('DEFINITION_REFUSED', `KubeVela ${line} refuses it: ${conversion.message}`);
      }
      const text = form === 'cue' ? interpreter.toCue(conversion.object) : toGoYaml(conversion.object);
      return { text, shown, others };
    },
  };
}

/** Everybody who brings it, with the versions that are listed and the one that was asked for. */
function listOwners({ owners, view: asked }: FoundDefinition): DefinitionDetail['owners'] {
  return owners.flatMap((owner) => {
    const shown = owner.versions.filter(({ view }) => isListed(view) || view === asked);
    if (shown.length === 0) return [];
    const versions = shown.map((version) => toDefinitionPlace(owner, version));
    return [{ catalog: owner.catalog, addon: owner.addon.name, versions }];
  });
}

function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
