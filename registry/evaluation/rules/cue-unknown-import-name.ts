import { hitAt } from '../../addon/lint/hits.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';

/** Names of a package that it does not export. */
export const cueUnknownImportName: EvaluationRule = {
  id: 'cue/unknown-import-name',
  severity: 'warning',
  title: 'Name that the imported package does not have',
  reason:
    'A definition with a name that the package does not export is stored without complaint, and fails when an application runs it. Packages differ between release lines: some of what 1.9 offers is gone in 1.10.',
  fix: 'Use a name that the package has on every release line that the addon admits.',
  wrong: [stepExample('#Suspent')],
  right: [stepExample('#Suspend')],
  *check({ texts, line }) {
    for (const { facts } of texts) {
      for (const { path, known, missing, ...place } of facts.imports) {
        if (!known || missing.length === 0) continue;
        const names = missing.map((name) => `\`${name}\``).join(', ');
        yield { ...hitAt(place, place, `The package \`${path}\` of KubeVela ${line} has no ${names}.`), for: [line] };
      }
    }
  },
};

function stepExample(name: string) {
  return {
    file: 'definitions/hello.cue',
    text: `import "vela/op"\n\nhello: {\n\ttype:        "workflow-step"\n\tdescription: "Greets"\n}\n\ntemplate: {\n\twait: op.${name} & {}\n\tparameter: {}\n}\n`,
  };
}
