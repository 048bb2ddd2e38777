import type { JsonObject } from '../../schemas/json.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { Engines } from '../engine/types.ts';
import { RegistryError } from '../errors.ts';
import { checkValues, type ValuesSide } from '../evaluation/compare/values/check-values.ts';
import type { VersionReader } from '../storage/types.ts';
import { chooseLine } from './choose-line.ts';
import type { TreeReader } from './create-tree-reader.ts';
import { createVersionLocator } from './create-version-locator.ts';
import type { BundleRenderer, CatalogViews } from './types.ts';
import type { ValuesChecker, ValuesQuestion } from './values-check-types.ts';

export interface ValuesCheckerOptions {
  readonly views: Pick<CatalogViews, 'findView'>;
  readonly store: Pick<VersionReader, 'findVersion'>;
  readonly trees: TreeReader;
  readonly engines: Engines;
  readonly bundles: BundleRenderer;
  /** The release lines that are judged, oldest first. */
  readonly lines: readonly ReleaseLine[];
}

/** Checks values against stored versions by rendering both with them. */
export function createValuesChecker(options: ValuesCheckerOptions): ValuesChecker {
  const { trees, engines, bundles, lines } = options;
  const { getServedView, getRecord } = createVersionLocator(options);

  async function render(
    question: ValuesQuestion,
    version: string,
    line: ReleaseLine,
  ): Promise<ValuesSide['rendering']> {
    const { catalog, addon, parameters } = question;
    try {
      // The label is the same on both sides, so it makes no difference.
      const { objects } = await bundles.renderBundle({ catalog, addon, version, parameters, line, registry: '' });
      // The schema of a bundle says of objects no more than that they are JSON.
      return { objects: objects.map(({ from, object }) => ({ from, object: object as JsonObject })) };
    } catch (error) {
      if (!(error instanceof RegistryError) || error.code !== 'NOT_RENDERABLE') throw error;
      return { refused: error.message, findings: error.findings };
    }
  }

  async function readSide(question: ValuesQuestion, asked: string, line: ReleaseLine): Promise<ValuesSide> {
    const { catalog, addon } = question;
    const { version } = getServedView(catalog, addon, asked);
    const { record } = await getRecord(catalog, addon, version);
    const rendering = await render(question, version, line);
    return { metadata: record.metadata, tree: await trees.readTree(record.digest), rendering };
  }

  return {
    async checkValues(question) {
      const { from, to, parameters: values } = question;
      const line = chooseLine(lines, question.line);
      const after = await readSide(question, to, line);
      if (from === undefined) return checkValues({ engines }, { after, line, values });
      return checkValues({ engines }, { before: await readSide(question, from, line), after, line, values });
    },
  };
}
