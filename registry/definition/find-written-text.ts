import { decodeObject } from '../addon/decode-object.ts';
import { decodeText } from './decode-text.ts';
import { templatePaths } from './definition-facts.ts';
import { configurationPath } from './read-terraform.ts';
import { extractCueTemplate } from './template/extract-cue-template.ts';
import { findYamlText } from './template/find-yaml-text.ts';
import type { TemplateText } from './template/types.ts';

/** Finds the template, or the Terraform configuration, as it stands in the author's file. */
export function findWrittenText(file: string, content: string | Uint8Array): TemplateText | undefined {
  const decoded = decodeText(file, content);
  if (!decoded.ok) return undefined;
  const { text: source } = decoded;
  if (file.endsWith('.cue')) return extractCueTemplate(file, source);
  const object = decodeObject(source);
  if (!object.ok) return undefined;
  for (const path of [...templatePaths, configurationPath]) {
    const text = findYamlText({ source, root: object.root }, ...path);
    if (text !== undefined) return text;
  }
  return undefined;
}
