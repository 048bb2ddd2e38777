import type { ValuesCheck } from '../../../schemas/values-check.ts';
import { findings } from './addon.ts';
import { diff } from './diff.ts';

/** Values that are still valid, with a default that changed. */
export const validValues: ValuesCheck = {
  from: '1.4.2',
  to: '2.0.0',
  for: '1.10',
  valid: true,
  findings: [],
  issues: [
    {
      path: ['period'],
      kind: 'default-changed',
      effect: 'changed',
      message: 'period is 10 now, as nothing is given for it',
      before: '5',
      after: '10',
    },
  ],
  objects: diff.objects,
  cut: false,
};

/** Values that are refused. */
export const refusedValues: ValuesCheck = {
  from: '1.4.2',
  to: '2.0.0',
  for: '1.10',
  valid: false,
  refused: 'parameter.tower.height: incomplete value int',
  findings: [findings[0]],
  issues: [
    {
      path: ['tower', 'height'],
      kind: 'missing',
      effect: 'refused',
      message: 'tower.height must be given',
      expected: 'int & >0',
      file: 'parameter.cue',
      line: 5,
      column: 2,
    },
    { path: ['color'], kind: 'unknown', effect: 'ignored', message: 'color is not used', nearest: 'colour' },
  ],
  objects: [],
  cut: false,
};
