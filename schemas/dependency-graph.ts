import { type Static, Type } from 'typebox';
import { definitionKindSchema } from './definition.ts';
import { conflictSchema } from './resolution.ts';

const usesSchema = Type.Array(
  Type.Object({ kind: definitionKindSchema, name: Type.String() }, { additionalProperties: false }),
  { description: 'the definitions that tell so, when it is not declared' },
);

/** Which way a graph leads from the addon that is asked about. */
export const graphDirectionSchema = Type.Enum(['dependencies', 'dependents'], {
  description: 'dependencies: what it needs; dependents: who needs it. Default dependencies',
});

/** An addon of a graph, or what stands for the cluster where it is part of a conflict. */
export const graphNodeSchema = Type.Object(
  {
    id: Type.String({ description: 'unique in its graph' }),
    kind: Type.Enum(['addon', 'kubevela', 'kubernetes']),
    name: Type.String(),
    catalog: Type.Optional(Type.String({ description: 'absent: no catalog that may be asked lists it' })),
    version: Type.Optional(Type.String({ description: 'the one that is meant; absent: none fits' })),
    state: Type.Enum(['asked', 'chosen', 'unfit', 'missing'], {
      description: 'unfit: no version of it fits; missing: nobody lists it',
    }),
    depth: Type.Integer({ minimum: 0, description: 'steps from the addon that is asked about' }),
  },
  { $id: 'GraphNode', additionalProperties: false },
);

/** `from` needs `to`. */
export const graphEdgeSchema = Type.Object(
  {
    from: Type.String(),
    to: Type.String(),
    range: Type.Optional(Type.String({ description: 'absent: any version' })),
    state: Type.Enum(['met', 'conflict', 'missing']),
    text: Type.Optional(Type.String({ description: 'the fact that conflicts, in a sentence' })),
    uses: Type.Optional(usesSchema),
  },
  { $id: 'GraphEdge', additionalProperties: false },
);

/** What a version needs, or who needs it, with the versions that are chosen together. */
export const dependencyGraphSchema = Type.Object(
  {
    catalog: Type.String(),
    name: Type.String(),
    version: Type.String(),
    direction: graphDirectionSchema,
    vela: Type.Optional(Type.String()),
    kubernetes: Type.Optional(Type.String()),
    nodes: Type.Array(graphNodeSchema, { description: 'nearest first; at most 200' }),
    edges: Type.Array(graphEdgeSchema, { description: 'between these nodes; cycles stand as they are' }),
    total: Type.Integer({ description: 'how many nodes there are at any depth, at most 2000' }),
    deepest: Type.Integer({ description: 'how many steps the farthest of them is away' }),
    conflict: Type.Optional(conflictSchema),
    notices: Type.Array(Type.String(), { description: 'what else a person should know of the plan' }),
  },
  { $id: 'DependencyGraph', additionalProperties: false },
);

/** An addon some listed versions of which need the one that is asked about. */
export const dependentSchema = Type.Object(
  {
    catalog: Type.String(),
    name: Type.String(),
    latest: Type.Optional(Type.String({ description: 'the version that stands for it' })),
    needs: Type.Array(
      Type.Object(
        {
          range: Type.String({ description: 'empty: any version' }),
          versions: Type.Array(Type.String(), { description: 'those that ask for this range, newest first' }),
          admits: Type.Boolean({ description: 'whether the version that is asked about is in the range' }),
          uses: Type.Optional(usesSchema),
        },
        { additionalProperties: false },
      ),
      { description: 'a range each, that of the newest version first' },
    ),
  },
  { $id: 'Dependent', additionalProperties: false },
);

/** Everybody who needs an addon, by catalog in configured order and then by name. */
export const dependentListSchema = Type.Object(
  { items: Type.Array(dependentSchema) },
  { $id: 'DependentList', additionalProperties: false },
);

export type GraphDirection = Static<typeof graphDirectionSchema>;
export type GraphNode = Static<typeof graphNodeSchema>;
export type GraphEdge = Static<typeof graphEdgeSchema>;
export type DependencyGraph = Static<typeof dependencyGraphSchema>;
export type Dependent = Static<typeof dependentSchema>;
