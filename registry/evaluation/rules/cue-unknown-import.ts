import { hitAt } from '../../addon/lint/hits.ts';
import type { ImportContext } from '../../engine/types.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';
import { comesLater } from '../minimum-vela.ts';

const where: Readonly<Record<ImportContext, string>> = {
  plain: 'only packages of the CUE standard library can be imported here',
  default: 'KubeVela does not offer it to workflow steps and views',
  workload: 'KubeVela does not offer it to components and traits',
  config: 'KubeVela does not offer it to config templates',
};

/** Imports of packages that a release line does not have in that place. */
export const cueUnknownImport: EvaluationRule = {
  id: 'cue/unknown-import',
  severity: 'warning',
  title: 'Import of a package that is not there',
  reason:
    'Each place of an addon may import other packages: templates and resources the standard library of CUE only, workflow steps the packages `vela/…` of their release line. `vela/kube`, `vela/builtin` and other packages with `$params` exist from KubeVela 1.10 on. A package that is defined in a cluster (`cue.oam.dev`) is not known here.',
  fix: 'Import a package that the release line has, or require a later one under `system.vela`.',
  wrong: [stepExample('vela/nothing')],
  right: [stepExample('vela/op')],
  *check({ texts, line }) {
    for (const { context, facts } of texts) {
      for (const { path, known, ...place } of facts.imports) {
        // What a later line brings is for the requirements to say.
        if (known || comesLater(path, line)) continue;
        const message = `KubeVela ${line} has no package \`${path}\` here: ${where[context]}.`;
        yield { ...hitAt(place, place, message), for: [line] };
      }
    }
  },
};

function stepExample(path: string) {
  return {
    file: 'definitions/hello.cue',
    text: `import op "${path}"\n\nhello: {\n\ttype:        "workflow-step"\n\tdescription: "Greets"\n}\n\ntemplate: {\n\twait: op.#Suspend & {}\n\tparameter: {}\n}\n`,
  };
}
