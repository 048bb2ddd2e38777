import { stringify } from 'yaml';
import type { DefinitionReference } from '../../../registry/catalog/definition-types.ts';
import { definitionNotFound } from '../../../registry/errors.ts';
import type { DefinitionKind } from '../../../schemas/definition.ts';
import type { DefinitionDetail } from '../../../schemas/definition-catalogue.ts';
import type { ReleaseLine } from '../../../schemas/release-line.ts';
import type { TextView } from '../../../web/context/definition-page-data.ts';
import { DefinitionPage } from '../../../web/pages/definition-page.tsx';
import type { Highlighter, HighlightRequest } from '../highlight/create-highlighter.ts';
import { findFileLanguage } from '../highlight/find-source-language.ts';
import { getParam, type PageDrawing, type PageLoader, type PageRequest } from '../page-loader.ts';
import { parseChoice, parseKind } from '../parse-definition-state.ts';
import type { SiteDependencies } from '../site-dependencies.ts';
import { createUsageExample } from './create-usage-example.ts';
import { isRemoteTerraform } from './is-remote-terraform.ts';
import { traceParameters } from './trace-parameters.ts';

interface TextLimits {
  readonly characters: number;
  readonly lines: number;
}

// Together they keep a page below 40 KB when it is compressed; the object repeats most of the source.
const sourceLimits: TextLimits = { characters: 60_000, lines: 1500 };
const objectLimits: TextLimits = { characters: 30_000, lines: 500 };

/** Makes the loader of one definition, as the version and line that the query names have it. It throws DEFINITION_NOT_FOUND. */
export function createDefinitionLoader(highlighter: Highlighter): PageLoader {
  return (site, request) => loadDefinition({ site, request, highlighter });
}

interface LoadDefinitionOptions {
  readonly site: SiteDependencies;
  readonly request: PageRequest;
  readonly highlighter: Highlighter;
}

async function loadDefinition({ site, request, highlighter }: LoadDefinitionOptions): Promise<PageDrawing> {
  const name = getParam(request, 'name');
  const kind = parseKind(getParam(request, 'kind'));
  if (kind === undefined) throw definitionNotFound(getParam(request, 'kind'), name);
  const { line, ...place } = parseChoice(request.query, site.lines);
  const detail = await site.definitions.getDefinition({ kind, name, ...place, ...(line && { line }) });
  const { catalog, addon, version } = detail.shown;
  const [history, sameLines, shown] = await Promise.all([
    site.definitions.getDefinitionHistory({ kind, name, catalog, addon }),
    listSameLines(site, { kind, name, catalog, addon, version }, detail),
    site.reader.getVersion(catalog, addon, version),
  ]);
  const origins =
    detail.document &&
    (await traceParameters(site.definitions, { kind, name, catalog, addon, version, line: detail.for }, history));
  const isRemote = detail.document !== undefined && isRemoteTerraform(detail.document);
  const example = detail.document && !isRemote ? createUsageExample(detail.document) : undefined;
  const yaml = detail.document && stringify(detail.document.object, { lineWidth: 0 });
  const [source, object] = await Promise.all([
    toTextView(highlighter, {
      text: detail.source,
      language: findFileLanguage(detail.shown.file),
      digest: detail.facts.digest,
      limits: sourceLimits,
    }),
    yaml === undefined ? undefined : toTextView(highlighter, { text: yaml, language: 'yaml', limits: objectLimits }),
  ]);
  return (context) =>
    DefinitionPage({
      context,
      detail,
      history,
      version: shown,
      ...(origins && { origins }),
      choice: { ...place, ...(line && { for: line }) },
      sameLines,
      isRemote,
      source,
      ...(object && { object }),
      ...(example && { example }),
    });
}

async function listSameLines(
  { definitions, lines }: SiteDependencies,
  reference: DefinitionReference & { readonly kind: DefinitionKind },
  shown: DefinitionDetail,
): Promise<readonly ReleaseLine[]> {
  const fingerprint = toFingerprint(shown);
  const compared = lines.map(async (line) => {
    if (line === shown.for) return true;
    // A line that cannot be asked now is one that may differ.
    const other = await definitions.getDefinition({ ...reference, line }).catch(() => undefined);
    return other !== undefined && toFingerprint(other) === fingerprint;
  });
  const same = await Promise.all(compared);
  return lines.filter((_, index) => same[index]);
}

function toFingerprint({ document, refused }: DefinitionDetail): string {
  return JSON.stringify([document, refused]);
}

async function toTextView(
  highlighter: Highlighter,
  { limits, ...request }: HighlightRequest & { readonly limits: TextLimits },
): Promise<TextView> {
  const { text } = request;
  const fits = text.length <= limits.characters && text.split('\n').length <= limits.lines;
  return fits ? { kind: 'text', lines: await highlighter.highlight(request) } : { kind: 'tooLarge' };
}
