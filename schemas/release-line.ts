import { type Static, Type } from 'typebox';

/** A KubeVela minor release, named as people say it. */
export const releaseLineSchema = Type.Enum(['1.9', '1.10', '1.11'], {
  $id: 'ReleaseLine',
  description: 'KubeVela release line',
});

export type ReleaseLine = Static<typeof releaseLineSchema>;
