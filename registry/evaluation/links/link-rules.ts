import { metadataExample } from '../../addon/lint/examples.ts';
import type { Rule } from '../../addon/lint/types.ts';
import { createFindingMaker } from '../../findings.ts';

/** Rules that need an answer from somebody else's host; asked on request only. */
export const linkRules = [
  {
    id: 'link/no-answer',
    severity: 'warning',
    title: 'Address that does not answer',
    reason:
      'The addon points at a chart, image, module or picture that is not there any more, or at a host that does not answer. What needs it fails when the addon is enabled, or shows nothing. Looked at on request (`chandlery check --online`), because the answer depends on the day.',
    fix: 'Point at an address that answers, or remove it.',
    wrong: [metadataExample({ icon: 'https://charts.example.com/gone.png' })],
    right: [metadataExample({ icon: 'https://charts.example.com/hello.png' })],
  },
] as const satisfies readonly Omit<Rule, 'check'>[];

/** Makes a finding of a rule about addresses. */
export const createLinkFinding = createFindingMaker<(typeof linkRules)[number]['id']>(linkRules);
