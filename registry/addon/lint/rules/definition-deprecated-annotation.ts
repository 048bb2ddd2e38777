import { definitionExample } from '../examples.ts';
import { hitAt, hitAtField } from '../hits.ts';
import type { Rule } from '../types.ts';

const deprecated = 'addon.oam.dev/ignore-without-component';

/** The old spelling of the annotation that binds an object to a component. */
export const definitionDeprecatedAnnotation: Rule = {
  id: 'definition/deprecated-annotation',
  severity: 'info',
  title: 'Old spelling of the bind-component annotation',
  reason: `\`${deprecated}\` is the former name of \`addon.oam.dev/bind-component\`. Clients still read both, but only the new one is documented.`,
  fix: 'Write `addon.oam.dev/bind-component`.',
  wrong: [definitionExample({ kind: 'TraitDefinition', annotation: `${deprecated}: hello` })],
  right: [definitionExample({ kind: 'TraitDefinition', annotation: 'addon.oam.dev/bind-component: hello' })],
  *check({ documents }) {
    const message = `\`${deprecated}\` is deprecated.`;
    for (const file of documents.listYaml('definition', 'resource', 'template')) {
      for (const { key, position } of file.allEntries) {
        if (key === deprecated) yield hitAt(file, position, message);
      }
    }
    for (const file of documents.listCue('definition', 'resource', 'template')) {
      for (const field of file.allFields) {
        if (field.label === deprecated) yield hitAtField(file, field, message);
      }
    }
  },
};
