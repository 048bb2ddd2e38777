import type { Suggestion } from '../../schemas/resolution.ts';

/** A field of the form of the planner, by its name in the query. */
export type PlanField = 'want' | 'vela' | 'kubernetes' | 'installed' | 'prereleases';

/** What is wrong with a request, and with which field; undefined: with all of it. */
export interface PlanFault {
  readonly field: PlanField | undefined;
  readonly message: string;
}

const fieldOf: Readonly<Record<string, PlanField>> = {
  want: 'want',
  vela: 'vela',
  kubernetes: 'kubernetes',
  installed: 'installed',
  // What may be moved is chosen among what is installed.
  upgrade: 'installed',
  prereleases: 'prereleases',
};

/** The field that a JSON pointer into a request is about; undefined when it is about none. */
export function findPlanField(pointer: string): PlanField | undefined {
  return fieldOf[pointer.split('/')[1] ?? ''];
}

/** The fields that a suggestion changes and does not name by itself: what may be moved, and whether pre-releases count. */
export function listUnnamedFields({ also, ...first }: Suggestion): readonly PlanField[] {
  return [first, ...(also === undefined ? [] : [also])].flatMap(({ kind, name }): PlanField[] => {
    if (kind === 'upgrade') return ['installed'];
    return kind === 'prerelease' && name === undefined ? ['prereleases'] : [];
  });
}

/** The id of the element that takes a field. */
export function toFieldId(field: PlanField): string {
  return `plan-${field}`;
}
