import { createLintSubject } from '../../addon/lint/lint-subject.ts';
import { noParseCache } from '../../addon/lint/parse-cache.ts';
import type { EngineFile } from '../../engine/types.ts';
import { findParameterFile } from '../find-parameter-file.ts';
import { readText } from '../located/read-text.ts';
import type { ComparedContent } from './types.ts';

/** The text that says which parameters an addon takes; an addon without one takes any and reads none. */
export function readParameterFile({ tree, metadata }: Pick<ComparedContent, 'tree' | 'metadata'>): EngineFile {
  const subject = createLintSubject({ tree, metadata, directory: undefined }, noParseCache);
  const name = findParameterFile(subject.documents.files)?.path;
  if (name === undefined) return { name: 'parameter.cue', text: 'parameter: {}\n' };
  return { name, text: readText(subject, name) };
}
