import { isSameJson } from '../../schemas/json.ts';
import type { Preview } from '../../schemas/preview.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { RegistryError } from '../errors.ts';
import { chooseLine } from './choose-line.ts';
import { createViewLocator } from './create-version-locator.ts';
import { placeTexts } from './place-texts.ts';
import { toPreviewDocuments } from './preview-documents.ts';
import type { BundleQuestion, BundleRenderer, CatalogViews, Previewer } from './types.ts';

export interface PreviewerOptions {
  readonly bundles: BundleRenderer;
  readonly views: Pick<CatalogViews, 'findView'>;
  /** The release lines that are judged, oldest first. */
  readonly lines: readonly ReleaseLine[];
}

/** Renders what people try out beside what the defaults alone give. What a core refuses, and texts that are no YAML, are answers. */
export function createPreviewer(options: PreviewerOptions): Previewer {
  const { bundles, lines } = options;
  const { getServedView } = createViewLocator(options);

  return {
    async renderPreview({ catalog, addon, version: asked, parameters: given, texts, line: named }) {
      const line = chooseLine(lines, named);
      const { version } = getServedView(catalog, addon, asked);
      const { parameters, faults } = placeTexts(given, texts);
      const head = { catalog, name: addon, version, for: line, parameters, faults: [...faults] };
      if (faults.length > 0) return { ...head, outcome: { kind: 'unreadable' } };
      const question = { catalog, addon, version, line };
      // One after the other: the engines are shared, and the defaults are remembered most of the time.
      const shown = await ask(bundles, { ...question, parameters });
      if (shown instanceof RegistryError) {
        return { ...head, outcome: { kind: 'refused', message: shown.message, findings: [...shown.findings] } };
      }
      const isDefault = isSameJson(parameters, {});
      const base = isDefault ? shown : await ask(bundles, { ...question, parameters: {} });
      return { ...head, outcome: toOutcome(shown, base instanceof RegistryError ? undefined : base) };
    },
  };
}

type Rendered = Awaited<ReturnType<BundleRenderer['renderBundle']>>;

/** A refusal is an answer; whatever else goes wrong is thrown. */
async function ask(bundles: BundleRenderer, question: BundleQuestion): Promise<Rendered | RegistryError> {
  try {
    return await bundles.renderBundle(question);
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'NOT_RENDERABLE') return error;
    throw error;
  }
}

function toOutcome({ objects, notes, warnings }: Rendered, base: Rendered | undefined): Preview['outcome'] {
  return {
    kind: 'rendered',
    compared: base !== undefined,
    documents: [...toPreviewDocuments(objects, base?.objects)],
    ...(notes === undefined ? {} : { notes }),
    warnings,
  };
}
