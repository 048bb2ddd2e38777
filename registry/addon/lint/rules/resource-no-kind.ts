import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';
import { findText } from '../yaml-file.ts';

/** YAML files that hold no Kubernetes object. */
export const resourceNoKind: Rule = {
  id: 'resource/no-kind',
  severity: 'error',
  title: 'YAML file without a kind',
  reason:
    "Every YAML file in `resources/`, `definitions/` and `views/` is decoded as one Kubernetes object. An empty file, a file of comments or a values file ends the installation with `Object 'Kind' is missing`.",
  fix: 'Remove the file, or write an object with `apiVersion` and `kind` into it.',
  wrong: [{ file: 'resources/values.yaml', text: 'replicas: 3\n' }],
  right: [{ file: 'resources/hello.yaml', text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: hello\n' }],
  *check({ documents }) {
    for (const file of documents.listYaml('resource', 'definition', 'view')) {
      if (file.faults.length > 0 || findText(file.root, 'kind') !== undefined) continue;
      const place = file.root ?? { line: 1, column: 1 };
      const isEmpty = file.root?.kind === 'scalar' && file.root.value === null;
      const what = isEmpty ? 'The first document of the file is empty.' : 'The object has no `kind`.';
      yield hitAt(file, place, what);
    }
  },
};
