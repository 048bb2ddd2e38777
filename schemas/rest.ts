import { type Static, Type } from 'typebox';
import { addonFileSchema, addonMetadataSchema, dependencySchema, requirementsSchema } from './addon.ts';
import { definitionFactsSchema } from './definition.ts';
import { effectCountsSchema } from './effects.ts';
import { findingSchema, severitySchema } from './finding.ts';
import { releaseLineSchema } from './release-line.ts';
import { conflictSchema } from './resolution.ts';
import { searchFacetValueSchema, searchReasonSchema, understoodSearch } from './search.ts';
import { verdictSchema } from './verdict.ts';
import { stateReasonSchema, versionStateSchema } from './version-state.ts';

const timeSchema = Type.String({ format: 'date-time', description: 'RFC 3339, UTC' });

/** How many findings of each severity. */
export const findingCountsSchema = Type.Object(
  { error: Type.Integer(), warning: Type.Integer(), info: Type.Integer() },
  { $id: 'FindingCounts', additionalProperties: false },
);

/** How many versions were judged by the rules of now on every release line. */
export const evaluationProgressSchema = Type.Object(
  { done: Type.Integer(), total: Type.Integer() },
  { $id: 'EvaluationProgress', additionalProperties: false },
);

/** A source and how it fares. */
export const sourceStateSchema = Type.Object(
  {
    id: Type.String({ description: '<catalog>/<name>' }),
    catalog: Type.String(),
    type: Type.Enum(['git', 'local']),
    url: Type.String({ description: 'URL or path, without credentials' }),
    state: Type.Enum(['pending', 'ok', 'stale', 'unreachable'], {
      description:
        'pending: not read yet; stale: could not be read lately, older content is served; unreachable: never read',
    }),
    running: Type.Boolean(),
    progress: Type.Optional(
      Type.Object({ done: Type.Integer(), total: Type.Integer() }, { additionalProperties: false }),
    ),
    evaluation: Type.Optional(evaluationProgressSchema),
    revision: Type.Optional(Type.String()),
    adopted: Type.Optional(Type.String()),
    lastRun: Type.Optional(timeSchema),
    lastSuccess: Type.Optional(timeSchema),
    nextRun: Type.Optional(timeSchema),
    message: Type.Optional(Type.String()),
    findings: Type.Array(findingSchema),
  },
  { $id: 'SourceState', additionalProperties: false },
);

/** A named set of addons served at one URL. */
export const catalogSchema = Type.Object(
  {
    name: Type.String(),
    title: Type.String(),
    url: Type.String({ description: 'the Helm registry endpoint for `vela addon registry add --type helm`' }),
    counts: Type.Object(
      { addons: Type.Integer(), versions: Type.Integer() },
      { additionalProperties: false, description: 'what is listed: neither yanked nor quarantined' },
    ),
    evaluation: evaluationProgressSchema,
    dependsOn: Type.Array(Type.String(), {
      description: 'catalogs that dependencies of its addons may come from after itself, in order',
    }),
    union: Type.Optional(
      Type.Array(Type.String(), {
        description: 'the catalogs that it unites, in order; absent when it has sources of its own',
      }),
    ),
    shadowed: Type.Optional(
      Type.Array(
        Type.Object(
          { name: Type.String(), catalog: Type.String(), by: Type.String() },
          { additionalProperties: false },
        ),
        { description: 'with union: addons that it does not serve, because the member `by` has one of that name' },
      ),
    ),
    sources: Type.Array(sourceStateSchema),
  },
  { $id: 'Catalog', additionalProperties: false },
);

const verdictsSchema = Type.Array(verdictSchema, {
  description: 'one for each release line that this server judges, oldest line first',
});

/** One version in a list. */
export const versionSummarySchema = Type.Object(
  {
    version: Type.String({ description: 'as the author wrote it' }),
    state: versionStateSchema,
    stateReason: Type.Optional(stateReasonSchema),
    prerelease: Type.Boolean(),
    digest: Type.String(),
    treeDigest: Type.String(),
    sizeBytes: Type.Integer(),
    published: timeSchema,
    requirements: requirementsSchema,
    dependencies: Type.Array(dependencySchema),
    verdicts: verdictsSchema,
    findings: findingCountsSchema,
    contents: Type.Integer({ description: 'how many different contents its source had under this number' }),
    url: Type.String({ description: 'where the archive is served' }),
  },
  { $id: 'VersionSummary', additionalProperties: false },
);

/** An addon in a list, shown by its newest stable version, or its newest when none is stable. */
export const addonSummarySchema = Type.Object(
  {
    catalog: Type.String(),
    name: Type.String(),
    version: Type.String(),
    state: versionStateSchema,
    stateReason: Type.Optional(stateReasonSchema),
    description: Type.String(),
    icon: Type.Optional(Type.String()),
    tags: Type.Array(Type.String()),
    published: timeSchema,
    versions: Type.Integer({ description: 'how many are neither yanked nor quarantined' }),
    requirements: requirementsSchema,
    verdicts: verdictsSchema,
    findings: findingCountsSchema,
    reasons: Type.Optional(Type.Array(searchReasonSchema, { description: 'why the words of `q` find it' })),
  },
  { $id: 'AddonSummary', additionalProperties: false },
);

/** An addon with all its versions, those that are yanked or quarantined too, newest first by the client's own order. */
export const addonDetailSchema = Type.Object(
  {
    catalog: Type.String(),
    name: Type.String(),
    latest: Type.Optional(
      Type.String({
        description: 'the version that `vela addon enable` takes when none is named; absent when no version is stable',
      }),
    ),
    description: Type.String(),
    icon: Type.Optional(Type.String()),
    url: Type.Optional(Type.String()),
    tags: Type.Array(Type.String()),
    versions: Type.Array(versionSummarySchema),
  },
  { $id: 'AddonDetail', additionalProperties: false },
);

/** Where the bytes of a version come from. */
export const originSchema = Type.Object(
  {
    source: Type.String(),
    url: Type.String(),
    revision: Type.String({ description: 'commit, or what the source calls a revision' }),
    directory: Type.String(),
    contents: Type.Array(Type.Object({ revision: Type.String(), at: timeSchema }, { additionalProperties: false }), {
      description: 'every content the source ever had under this number, oldest first',
    }),
  },
  { $id: 'Origin', additionalProperties: false },
);

/** What evaluation found in a version, as one release line sees it. */
export const evaluatedPartsSchema = Type.Object(
  {
    for: releaseLineSchema,
    definitions: Type.Array(definitionFactsSchema),
    parameters: Type.Integer({ description: 'how many parameters the addon itself takes, not counting nested ones' }),
    effects: effectCountsSchema,
    minimumVela: Type.Optional(
      Type.String({ description: 'the oldest KubeVela release that knows everything the addon imports' }),
    ),
  },
  { $id: 'EvaluatedParts', additionalProperties: false },
);

/** One version, whole. `evaluated` is absent until a release line has judged it. */
export const versionDetailSchema = Type.Object(
  {
    catalog: Type.String(),
    name: Type.String(),
    ...versionSummarySchema.properties,
    findings: Type.Array(findingSchema, {
      description: 'with those that come of the company of other addons, which lists do not count',
    }),
    counts: findingCountsSchema,
    metadata: addonMetadataSchema,
    files: Type.Array(addonFileSchema),
    readme: Type.Optional(Type.String({ description: 'path of the readme that the client shows' })),
    dependents: Type.Integer({ description: 'how many addons declare in a listed version that they need this addon' }),
    contents: Type.Integer(),
    evaluated: Type.Optional(evaluatedPartsSchema),
    origin: originSchema,
  },
  { $id: 'VersionDetail', additionalProperties: false },
);

/** The addon list with what one may narrow it by. */
export const addonPageSchema = Type.Object(
  {
    items: Type.Array(addonSummarySchema),
    total: Type.Integer(),
    next: Type.Optional(Type.String()),
    ...understoodSearch,
    facets: Type.Object(
      {
        catalogs: Type.Array(searchFacetValueSchema),
        tags: Type.Array(searchFacetValueSchema),
        provides: Type.Array(searchFacetValueSchema, {
          description: 'kinds of definitions that the shown version brings',
        }),
        works: Type.Array(searchFacetValueSchema, { description: 'release lines that enable some version' }),
        states: Type.Array(searchFacetValueSchema, { description: 'of the shown version' }),
      },
      { additionalProperties: false },
    ),
  },
  { $id: 'AddonPage', additionalProperties: false },
);

/** A file of an example, as it would stand in an addon folder. */
const ruleExampleSchema = Type.Object(
  { file: Type.String(), text: Type.Optional(Type.String({ description: 'absent: the folder has no such file' })) },
  { additionalProperties: false },
);

/** A lint rule and what it wants. */
export const ruleSchema = Type.Object(
  {
    id: Type.String(),
    severity: severitySchema,
    title: Type.String(),
    reason: Type.String(),
    wrong: Type.Array(ruleExampleSchema),
    right: Type.Array(ruleExampleSchema),
  },
  { $id: 'Rule', additionalProperties: false },
);

/** What reading a source brought. */
export const syncReportSchema = Type.Object(
  {
    source: Type.String(),
    catalog: Type.String(),
    condition: Type.Enum(['pending', 'ok', 'stale', 'unreachable']),
    changed: Type.Boolean({ description: 'false when the source had nothing new' }),
    revision: Type.Optional(Type.String()),
    saved: Type.Integer(),
    failed: Type.Integer(),
    message: Type.Optional(Type.String()),
  },
  { $id: 'SyncReport', additionalProperties: false },
);

/** RFC 9457 problem details. */
export const problemSchema = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String(),
    errors: Type.Optional(
      Type.Array(Type.Object({ pointer: Type.String(), message: Type.String() }, { additionalProperties: false })),
    ),
    findings: Type.Optional(Type.Array(findingSchema, { description: 'with NOT_RENDERABLE: why' })),
    conflict: Type.Optional(conflictSchema),
  },
  { $id: 'Problem', additionalProperties: false },
);

export type FindingCounts = Static<typeof findingCountsSchema>;
export type EvaluationProgress = Static<typeof evaluationProgressSchema>;
export type EvaluatedParts = Static<typeof evaluatedPartsSchema>;
export type SourceState = Static<typeof sourceStateSchema>;
export type Catalog = Static<typeof catalogSchema>;
export type VersionSummary = Static<typeof versionSummarySchema>;
export type AddonSummary = Static<typeof addonSummarySchema>;
export type AddonDetail = Static<typeof addonDetailSchema>;
export type VersionDetail = Static<typeof versionDetailSchema>;
export type AddonPage = Static<typeof addonPageSchema>;
export type RuleDocument = Static<typeof ruleSchema>;
export type Origin = Static<typeof originSchema>;
export type SyncReport = Static<typeof syncReportSchema>;
export type Problem = Static<typeof problemSchema>;
