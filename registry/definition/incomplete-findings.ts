import type { Finding } from '../../schemas/finding.ts';
import type { CueField } from '../addon/lint/cue-file.ts';
import { readCueOutline } from '../addon/lint/cue-outline.ts';
import { createDefinitionFinding } from './definition-rules.ts';

/**
 * Explains KubeVela's texts about a file that is not one head and one template, which name no place, by what the text shows.
 * Undefined for every other text.
 */
export function findIncompleteness(
  message: string,
  { file, text }: { readonly file: string; readonly text: string },
): Finding | undefined {
  const outline = readCueOutline(file, text);
  const fields = outline.fields.filter(({ labelKind }) => labelKind !== 'let');
  const heads = fields.filter(({ label }) => label !== 'template');
  const template = fields.find(({ label }) => label === 'template');
  const at = (field: CueField | undefined) => (field === undefined ? {} : outline.locate(field.offset));
  const tell = (field: CueField | undefined, what: string) =>
    createDefinitionFinding('definition/incomplete', { file, ...at(field), message: what });
  if (message.startsWith('duplicated definition name found')) {
    const [head] = heads;
    const second = heads.find(({ label }) => label !== head?.label);
    return tell(second, `\`${second?.label}\` is a second definition in the file, after \`${head?.label}\`.`);
  }
  if (message === 'no metadata found, invalid') return tell(undefined, 'The file names no definition.');
  if (message === 'no template found, invalid') {
    return tell(template, template === undefined ? 'The definition has no `template`.' : 'The `template` is empty.');
  }
  if (message.startsWith('unexpected decl found in template')) {
    return tell(template, 'The value of `template` is not written as a struct.');
  }
  return undefined;
}
