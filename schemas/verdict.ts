import { type Static, Type } from 'typebox';
import { releaseLineSchema } from './release-line.ts';

/** What the core of a release line makes of a version when nobody gives parameters. */
export const renderVerdictSchema = Type.Enum(['works', 'needs-parameters', 'refused', 'pending'], {
  description:
    'works: renders without parameters; needs-parameters: refused only for want of required parameters; refused: that core cannot enable it; pending: not evaluated yet',
});

/** The verdict of one release line. */
export const verdictSchema = Type.Object(
  {
    line: releaseLineSchema,
    render: renderVerdictSchema,
    admitted: Type.Boolean({ description: 'its own requirements allow some release of the line' }),
    parameters: Type.Optional(
      Type.Array(Type.String(), { description: 'paths of the required parameters, with needs-parameters' }),
    ),
    reason: Type.Optional(Type.String({ description: "KubeVela's own message, with refused" })),
  },
  { $id: 'Verdict', additionalProperties: false },
);

export type RenderVerdict = Static<typeof renderVerdictSchema>;
export type Verdict = Static<typeof verdictSchema>;
