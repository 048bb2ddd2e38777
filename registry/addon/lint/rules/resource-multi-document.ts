import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';

/** YAML files with more than one document. */
export const resourceMultiDocument: Rule = {
  id: 'resource/multi-document',
  severity: 'warning',
  title: 'More than one YAML document in a file',
  reason:
    'The client reads one object from each YAML file: the first document. Everything behind the next `---` is not installed, and nobody says so.',
  fix: 'Put each object into a file of its own.',
  wrong: [
    {
      file: 'resources/hello.yaml',
      text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: hello\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: lost\n',
    },
  ],
  right: [
    { file: 'resources/hello.yaml', text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: hello\n' },
    { file: 'resources/found.yaml', text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: found\n' },
  ],
  *check({ documents }) {
    for (const file of documents.listYaml('resource', 'definition', 'view', 'template')) {
      if (file.secondDocument === undefined) continue;
      yield hitAt(file, file.secondDocument, 'The client reads the first document only; this one is lost.');
    }
  },
};
