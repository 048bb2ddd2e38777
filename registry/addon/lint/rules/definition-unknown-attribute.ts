import { findLast, listCueDefinitions } from '../cue-definitions.ts';
import { listAdmittedLines, listLinesWithout } from '../definition-kinds.ts';
import { hitAtField } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Attributes of definitions in CUE that a core refuses. */
export const definitionUnknownAttribute: Rule = {
  id: 'definition/unknown-attribute',
  severity: 'error',
  title: 'Attribute that this kind of definition does not have',
  reason:
    'From 1.9 on KubeVela decodes `attributes` strictly and stops at the first field that the kind does not have: `invalid definition spec: json: unknown field`. The addon then cannot be enabled. Kinds differ (`podDisruptive` is for traits only), and so do release lines.',
  fix: 'Remove the attribute, or require a KubeVela release that knows it under `system.vela`.',
  wrong: [
    {
      file: 'definitions/hello.cue',
      text: 'hello: {\n\ttype:        "component"\n\tdescription: "Greets"\n\tattributes: {\n\t\tworkload: type: "autodetects.core.oam.dev"\n\t\tpodDisruptive: true\n\t}\n}\n\ntemplate: output: {}\n',
    },
  ],
  right: [
    {
      file: 'definitions/hello.cue',
      text: 'hello: {\n\ttype:        "trait"\n\tdescription: "Greets"\n\tattributes: podDisruptive: true\n}\n\ntemplate: patch: {}\n',
    },
  ],
  *check(subject) {
    const admitted = listAdmittedLines(subject);
    for (const { file, headFields, kind } of listCueDefinitions(subject)) {
      if (kind === undefined) continue;
      for (const field of findLast(headFields, 'attributes')?.fields ?? []) {
        if (field.labelKind !== 'identifier' && field.labelKind !== 'string') continue;
        const without = listLinesWithout(kind, field.label, { ignoreCase: true });
        const lines = without.filter((line) => admitted.includes(line));
        if (lines.length === 0) continue;
        const hit = hitAtField(file, field, `A ${kind} has no \`${field.label}\` in KubeVela ${lines.join(', ')}.`);
        yield { ...hit, for: lines };
      }
    }
  },
};
