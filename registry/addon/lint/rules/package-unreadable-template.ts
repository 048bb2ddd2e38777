import type { YamlNode } from '../../metadata/yaml-node.ts';
import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';

/** A template.yaml that is no object with a kind. */
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
      else if (!hasKind(file.root)) {
        yield hitAt(file, file.root ?? { line: 1, column: 1 }, 'The application has no `kind`.');
      }
    }
  },
};

function hasKind(root: YamlNode | undefined): boolean {
  const kind = root?.kind === 'mapping' ? root.values.get('kind') : undefined;
  if (kind === undefined) return false;
  return kind.kind !== 'scalar' || (kind.value !== null && kind.value !== '');
}
