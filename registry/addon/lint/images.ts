import { pathOf } from './cue-file.ts';
import { hitAt, hitAtField } from './hits.ts';
import type { LintDocuments, RuleExample, RuleHit } from './types.ts';
import { findText } from './yaml-file.ts';

/** A container image that the text names, and how to point at it. */
export interface NamedImage {
  readonly image: string;
  hit(message: string): RuleHit;
}

const reference = /^[a-z0-9][\w.:/@-]*$/;

/** Lists the images that templates, resources and definitions name as plain text. Defaults of parameters are no images yet. */
export function* listImages(documents: LintDocuments): Generator<NamedImage> {
  for (const file of documents.listYaml('template', 'resource')) {
    for (const { key, position, value } of file.allEntries) {
      const image = key === 'image' ? findText(value) : undefined;
      if (image !== undefined && reference.test(image)) {
        yield { image, hit: (message) => hitAt(file, position, message) };
      }
    }
  }
  for (const file of documents.listCue('template', 'resource', 'definition')) {
    for (const field of file.allFields) {
      const image = field.label === 'image' ? field.string : undefined;
      if (image === undefined || !reference.test(image) || pathOf(field).includes('parameter')) continue;
      yield { image, hit: (message) => hitAtField(file, field, message) };
    }
  }
}

/** A pod that runs an image. */
export function podExample(image: string): RuleExample {
  const text = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: hello\nspec:\n  containers:\n    - name: hello\n      image: ${image}\n`;
  return { file: 'resources/hello.yaml', text };
}
