import { applicationShape } from '../application-shape.ts';
import { listMistyped } from '../decode-shape.ts';
import { hitAt } from '../hits.ts';
import type { Rule, RuleExample } from '../types.ts';

const withoutCue: RuleExample = { file: 'template.cue', text: undefined };
const application = (version: string): RuleExample => ({
  file: 'template.yaml',
  text: `apiVersion: core.oam.dev/v1beta1\nkind: Application\nmetadata:\n  labels:\n    version: ${version}\nspec:\n  components: []\n`,
});

/** A template.yaml in which a value has another type than an Application has there. */
export const packageMistypedTemplate: Rule = {
  id: 'package/mistyped-template',
  severity: 'error',
  breaks: 'load',
  title: 'template.yaml with a value of the wrong type',
  reason:
    'The client decodes template.yaml into an Application while it loads the package, and makes no text of a number or a flag there. When one value does not fit, nothing of the addon can be shown or installed: `fail to read addon`.',
  fix: 'Write the type that is wanted; put quotes around a number or a flag that is meant as a text.',
  wrong: [withoutCue, application('1.10')],
  right: [withoutCue, application('"1.10"')],
  *check({ documents }) {
    for (const file of documents.listYaml('template')) {
      // What is no mapping at all has no kind either, and is reported for that.
      if (file.root?.kind !== 'mapping') continue;
      for (const fault of listMistyped(file.root, applicationShape)) {
        yield hitAt(file, fault, `The client cannot decode the file: ${fault.message}.`);
      }
    }
  },
};
