import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';
import { findText } from '../yaml-file.ts';

/** A template.yaml that the client cannot decode. */
export const packageUnreadableTemplate: Rule = {
  id: 'package/unreadable-template',
  severity: 'error',
  breaks: 'load',
  title: 'template.yaml is no object',
  reason:
    'The client decodes template.yaml while it loads the package. When that fails, or when `kind` is missing, nothing of the addon can be shown or installed: `fail to read addon`.',
  fix: 'Write an Application with `apiVersion` and `kind` into template.yaml, or remove the file.',
  wrong: [
    { file: 'template.cue', text: undefined },
    { file: 'template.yaml', text: 'spec:\n  components: []\n' },
  ],
  right: [
    { file: 'template.cue', text: undefined },
    {
      file: 'template.yaml',
      text: 'apiVersion: core.oam.dev/v1beta1\nkind: Application\nspec:\n  components: []\n',
    },
  ],
  *check({ documents }) {
    for (const file of documents.listYaml('template')) {
      const fault = file.faults[0];
      if (fault?.kind === 'limit') continue;
      if (fault !== undefined) yield hitAt(file, fault, `The file is not valid YAML: ${fault.message}.`);
      else if (findText(file.root, 'kind') === undefined) {
        yield hitAt(file, file.root ?? { line: 1, column: 1 }, 'The application has no `kind`.');
      }
    }
  },
};
