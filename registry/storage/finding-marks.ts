import type { Finding } from '../../schemas/finding.ts';
import { digestHex, digestOf } from '../digest.ts';
import { identifyFinding } from '../findings.ts';

const hashLength = 12;

/** Marks of findings: enough to count them over several lines without reading them. */
export function toFindingMarks(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(toMark))];
}

function toMark(finding: Finding): string {
  return `${finding.severity.charAt(0)}${digestHex(digestOf(identifyFinding(finding))).slice(0, hashLength)}`;
}
