import { count } from './en-count.ts';

/** English texts about values that are taken from one version to another. */
export const enValues = {
  values: {
    heading: 'Are my values still valid?',
    open: (version: string) => `Check the values of an installation against ${version}`,
    again: 'Change the values and check again',
    label: (version: string) => `Values that are used with ${version}`,
    hint: 'YAML or JSON, as in a values file; or the Secret in which KubeVela keeps them. They are not stored and not logged. This prints the Secret:',
    submit: 'Check these values',
    unread: (line: number, column: number) => `Line ${line}, column ${column}:`,
    valid: (version: string, line: string) => `Still valid: KubeVela ${line} renders ${version} with them.`,
    invalid: (version: string, line: string) => `No longer valid: KubeVela ${line} refuses ${version} with them.`,
    says: 'KubeVela says:',
    refusedBefore: (version: string) => `It refuses ${version} with them too:`,
    noIssues: 'Each of them fits what is declared, and no default that you rely on has changed.',
    objects: (n: number) => `${count(n, 'object comes', 'objects come')} out otherwise with these values`,
    sameObjects: 'The same objects come out of both versions, definitions aside.',
    value: 'Value',
    effect: 'What happens',
    reason: 'Why',
    effects: { refused: 'refused', ignored: 'not used', changed: 'another value', accepted: 'taken all the same' },
    kinds: {
      missing: 'must be given:',
      retyped: 'holds another type now:',
      'wrong-type': 'does not hold what is declared:',
      'out-of-enum': 'is none of the values that are allowed:',
      constraint: 'does not meet the condition',
      removed: 'is gone',
      unknown: 'is not known',
      'default-changed': 'is left out, and its default has changed:',
    },
    noDefault: 'none',
    nearest: 'Meant may be',
  },
};
