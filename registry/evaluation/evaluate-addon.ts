import type { AddonMetadata } from '../../schemas/addon.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { createLintSubject } from '../addon/lint/lint-subject.ts';
import { noParseCache, type ParseCache } from '../addon/lint/parse-cache.ts';
import type { FileTree } from '../addon/types.ts';
import type { EnginePriority, Engines } from '../engine/types.ts';
import { renderAddon } from '../render/render-addon.ts';
import { askWith } from './ask-with.ts';
import { findEffects } from './effects/find-effects.ts';
import { evaluateTemplates } from './evaluate-templates.ts';
import { gatherTexts } from './gather-texts.ts';
import { judgeFindings } from './judge-findings.ts';
import { judgeOutcome } from './judge-outcome.ts';
import { findLinks } from './links/find-links.ts';
import { listMetadataDocument } from './located/list-metadata-document.ts';
import { listRenderedDocuments } from './located/list-rendered-documents.ts';
import { listTextDocuments } from './located/list-text-documents.ts';
import { findMinimumLine } from './minimum-vela.ts';
import { readDefinitions } from './read-definitions.ts';
import { readParameters } from './read-parameters.ts';
import type { LineEvaluation } from './types.ts';
import { findUses } from './uses/find-uses.ts';

export interface EvaluateAddonOptions {
  readonly tree: FileTree;
  readonly metadata: AddonMetadata;
  readonly line: ReleaseLine;
  /** Of all questions to engines; default: `interactive`. */
  readonly priority?: EnginePriority;
  readonly signal?: AbortSignal;
}

export interface EvaluationContext {
  readonly engines: Engines;
  /** Shared by those who evaluate many versions; without it nothing is kept. */
  readonly cache?: ParseCache;
}

/**
 * Says what one release line makes of an addon when nobody gives parameters: its verdict with KubeVela's own reason, every finding, and
 * the facts that pages, search and the rules of the whole catalogue need. Content never makes it throw; `signal` and engines do.
 */
export async function evaluateAddon(
  context: EvaluationContext,
  options: EvaluateAddonOptions,
): Promise<LineEvaluation> {
  const { tree, metadata, line } = options;
  const subject = createLintSubject({ tree, metadata, directory: undefined }, context.cache ?? noParseCache);
  const asking = { engines: askWith(context.engines, options) };
  const question = { subject, line };
  const rendering = { tree, metadata, line, parameters: {}, registry: '' };
  const outcome = await renderAddon(asking, rendering);
  const { parameters, schema } = await readParameters(asking, question);
  const verdict = await judgeOutcome(asking, { rendering, outcome, parameters });
  const definitions = await readDefinitions(asking, question);
  const texts = await gatherTexts(asking, { ...question, parametersOf: definitions.parametersOf });
  const templates = await evaluateTemplates(asking, { ...question, conversions: definitions.conversions, texts });
  const contents = [...listRenderedDocuments(outcome), ...listTextDocuments(subject)];
  const effects = findEffects(contents);
  const links = findLinks([...contents, ...listMetadataDocument(subject)], effects);
  const refused = outcome.kind === 'refused';
  const judged = { ...subject, line, outcome, refused, texts, parameters, contents, effects, links };
  const minimum = findMinimumLine(texts);
  return {
    line,
    ...verdict,
    findings: judgeFindings(judged, [...definitions.findings, ...templates]),
    facts: {
      definitions: definitions.facts,
      parameters,
      definitionParameters: definitions.parameters,
      ...(schema === undefined ? {} : { schema }),
      effects,
      uses: findUses(contents, line),
      links,
      ...(minimum === undefined ? {} : { minimumVela: `${minimum}.0` }),
    },
  };
}
