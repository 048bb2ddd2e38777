import { type Static, Type } from 'typebox';
import {
  definitionDocumentSchema,
  definitionFactsSchema,
  definitionKindSchema,
  schematicSchema,
} from './definition.ts';
import { findingSchema } from './finding.ts';
import { releaseLineSchema } from './release-line.ts';
import { searchFacetValueSchema, searchReasonSchema, understoodSearch } from './search.ts';

const timeSchema = Type.String({ format: 'date-time', description: 'RFC 3339, UTC' });

/** A definition of the catalogue in a list, described by its default owner. */
export const definitionSummarySchema = Type.Object(
  {
    kind: definitionKindSchema,
    name: Type.String(),
    alias: Type.Optional(Type.String()),
    description: Type.String(),
    deprecated: Type.Boolean(),
    schematic: schematicSchema,
    owners: Type.Array(
      Type.Object(
        {
          catalog: Type.String(),
          addon: Type.String(),
          version: Type.String({ description: 'the newest stable version that brings it, else the newest' }),
          versions: Type.Integer({ description: 'how many listed versions bring it' }),
          current: Type.Boolean({ description: 'the version that is enabled by default brings it' }),
        },
        { additionalProperties: false },
      ),
      { description: 'the default owner first' },
    ),
    reasons: Type.Optional(Type.Array(searchReasonSchema, { description: 'why the words of `q` find it' })),
  },
  { $id: 'DefinitionSummary', additionalProperties: false },
);

/** The list of definitions with what one may narrow it by. */
export const definitionPageSchema = Type.Object(
  {
    items: Type.Array(definitionSummarySchema),
    total: Type.Integer(),
    next: Type.Optional(Type.String()),
    ...understoodSearch,
    facets: Type.Object(
      {
        kinds: Type.Array(searchFacetValueSchema),
        catalogs: Type.Array(searchFacetValueSchema),
        addons: Type.Array(searchFacetValueSchema),
      },
      { additionalProperties: false },
    ),
  },
  { $id: 'DefinitionPage', additionalProperties: false },
);

/** A version that brings a definition. */
export const definitionPlaceSchema = Type.Object(
  {
    catalog: Type.String(),
    addon: Type.String(),
    version: Type.String(),
    prerelease: Type.Boolean(),
    published: timeSchema,
    file: Type.String(),
    digest: Type.String({ description: "of the author's text" }),
  },
  { $id: 'DefinitionPlace', additionalProperties: false },
);

/** One definition as one version and release line have it, and who else brings one of that name. */
export const definitionDetailSchema = Type.Object(
  {
    shown: definitionPlaceSchema,
    for: releaseLineSchema,
    facts: definitionFactsSchema,
    document: Type.Optional(definitionDocumentSchema),
    refused: Type.Optional(
      Type.String({ description: "KubeVela's own words when that line refuses the definition; then no document" }),
    ),
    source: Type.String({ description: 'the text as its author wrote it' }),
    findings: Type.Array(findingSchema, { description: 'of this definition on this line, and of its file' }),
    owners: Type.Array(
      Type.Object(
        { catalog: Type.String(), addon: Type.String(), versions: Type.Array(definitionPlaceSchema) },
        { additionalProperties: false },
      ),
      { description: 'the default owner first, versions newest first' },
    ),
  },
  { $id: 'DefinitionDetail', additionalProperties: false },
);

/** The versions of one addon at which the text of a definition changed, newest first. */
export const definitionHistorySchema = Type.Object(
  {
    kind: definitionKindSchema,
    name: Type.String(),
    catalog: Type.String(),
    addon: Type.String(),
    items: Type.Array(
      Type.Object(
        {
          version: Type.String(),
          prerelease: Type.Boolean(),
          published: timeSchema,
          change: Type.Enum(['added', 'changed', 'removed']),
          file: Type.Optional(Type.String()),
          digest: Type.Optional(Type.String({ description: "of the author's text; absent when it was removed" })),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { $id: 'DefinitionHistory', additionalProperties: false },
);

export type DefinitionSummary = Static<typeof definitionSummarySchema>;
export type DefinitionPage = Static<typeof definitionPageSchema>;
export type DefinitionPlace = Static<typeof definitionPlaceSchema>;
export type DefinitionDetail = Static<typeof definitionDetailSchema>;
export type DefinitionHistory = Static<typeof definitionHistorySchema>;
