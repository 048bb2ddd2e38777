import type { Finding } from '../../../schemas/finding.ts';
import { createLintSubject } from '../../addon/lint/lint-subject.ts';
import { noParseCache } from '../../addon/lint/parse-cache.ts';
import { findEntry } from '../../addon/lint/yaml-file.ts';
import type { Engines } from '../../engine/types.ts';
import type { ContentPair } from './compare-addon-parameters.ts';
import { compareContracts } from './compare-contracts.ts';
import { createStepFinding } from './step-rules.ts';
import type { ComparedContent } from './types.ts';

/** What is wrong with a version as the successor of another: something breaks, and the number does not say so. Throws what comparing throws. */
export async function findStepFindings(
  context: { readonly engines: Engines },
  sides: ContentPair,
): Promise<readonly Finding[]> {
  const { verdict } = await compareContracts(context, sides);
  const { breaking, reasons, adequate, suggested } = verdict;
  const [first] = reasons;
  if (!breaking || adequate !== false || first === undefined) return [];
  const [from, to] = [sides.before.metadata.version, sides.after.metadata.version];
  const more = reasons.length === 1 ? '' : ` (and ${reasons.length - 1} more)`;
  return [
    createStepFinding('version/breaking-without-bump', {
      ...findVersionPlace(sides.after),
      message: `${to} breaks what worked with ${from}: ${first}${more}`,
      ...(suggested === undefined ? {} : { fix: `Keep what ${from} took, or publish the change as ${suggested}.` }),
    }),
  ];
}

function findVersionPlace({ tree, metadata }: ComparedContent): Pick<Finding, 'file'> & Partial<Finding> {
  const { documents } = createLintSubject({ tree, metadata, directory: undefined }, noParseCache);
  const position = findEntry(documents.metadata?.root, 'version')?.position;
  const file = 'metadata.yaml';
  return position === undefined ? { file } : { file, line: position.line, column: position.column };
}
