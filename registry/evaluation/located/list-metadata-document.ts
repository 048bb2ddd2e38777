import type { LintSubject } from '../../addon/lint/types.ts';
import { locateYaml } from './locate-yaml.ts';
import type { LocatedDocument } from './located-value.ts';

/** metadata.yaml, for the addresses it names. */
export function listMetadataDocument({ documents }: LintSubject): readonly LocatedDocument[] {
  const { metadata } = documents;
  if (metadata?.root === undefined) return [];
  return [{ root: locateYaml(metadata.file, metadata.root), origin: 'text' }];
}
