import type { JsonObject } from '../../schemas/json.ts';
import type { Parameter } from '../../schemas/parameter.ts';
import type { LineEvaluationStore, LineRules, VersionReader } from '../storage/types.ts';
import { chooseLine } from './choose-line.ts';
import { createVersionLocator } from './create-version-locator.ts';
import type { CatalogViews, EvaluatedReference, EvaluationReader } from './types.ts';

export interface EvaluationReaderOptions {
  readonly views: CatalogViews;
  readonly store: Pick<VersionReader, 'findVersion'> & Pick<LineEvaluationStore, 'findFacts'>;
  /** The release lines that are judged, oldest first. */
  readonly lines: readonly LineRules[];
  /** JSON Schema 2020-12 of parameters. */
  readonly toJsonSchema: (parameters: readonly Parameter[]) => JsonObject;
}

/** What evaluation found, one version at a time, from the store. */
export function createEvaluationReader(options: EvaluationReaderOptions): EvaluationReader {
  const { views, store } = options;
  const { getVersionView } = createVersionLocator({ views, store });
  const lines = options.lines.map(({ line }) => line);

  function locate({ catalog, addon, version, line }: EvaluatedReference) {
    const view = getVersionView(catalog, addon, version);
    const chosen = chooseLine(lines, line);
    const head = { catalog, name: addon, version: view.version, for: chosen };
    return { head, id: { treeDigest: view.treeDigest, line: chosen } };
  }

  return {
    async getEffects(reference) {
      const { head, id } = locate(reference);
      const facts = await store.findFacts(id, ['effects']);
      return { ...head, pending: facts === undefined, items: [...(facts?.effects ?? [])] };
    },

    async getParameters(reference) {
      const { head, id } = locate(reference);
      const facts = await store.findFacts(id, ['parameters']);
      return { ...head, pending: facts === undefined, items: [...(facts?.parameters ?? [])] };
    },

    async findParameterSchema(reference, form) {
      const { id } = locate(reference);
      if (form === 'openapi') return (await store.findFacts(id, ['schema']))?.schema;
      const parameters = (await store.findFacts(id, ['parameters']))?.parameters ?? [];
      return parameters.length === 0 ? undefined : options.toJsonSchema(parameters);
    },
  };
}
