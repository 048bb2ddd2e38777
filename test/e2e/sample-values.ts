import type { ValuesChecker } from '../../registry/catalog/values-check-types.ts';

/** Answers by the values: `memory` is gone and `replicas` has to be a number; everything else is still valid. */
export const sampleValues: ValuesChecker = {
  async checkValues({ from, to, line = '1.10', parameters }) {
    const refused = typeof parameters['replicas'] === 'string';
    return {
      ...(from === undefined ? {} : { from }),
      to,
      for: line,
      valid: !refused,
      ...(refused ? { refused: 'replicas: conflicting values "two" and int' } : {}),
      findings: [],
      issues: [
        ...(refused
          ? [
              {
                path: ['replicas'],
                kind: 'wrong-type' as const,
                effect: 'refused' as const,
                message: '`replicas` does not hold what is declared.',
                expected: 'int',
                file: 'parameter.cue',
                line: 1,
                column: 1,
              },
            ]
          : []),
        ...('memory' in parameters
          ? [{ path: ['memory'], kind: 'removed' as const, effect: 'ignored' as const, message: '`memory` is gone.' }]
          : []),
      ],
      objects: [],
      cut: false,
    };
  },
};
