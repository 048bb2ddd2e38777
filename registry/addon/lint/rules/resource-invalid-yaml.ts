import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Files that are no YAML. */
export const resourceInvalidYaml: Rule = {
  id: 'resource/invalid-yaml',
  severity: 'error',
  title: 'File that is not valid YAML',
  reason:
    'The client reads every YAML file in `resources/`, `definitions/`, `schemas/` and `views/` when it renders the addon, and stops at the first that it cannot parse. The addon cannot be enabled.',
  fix: 'Correct the syntax at the place that is named.',
  wrong: [{ file: 'resources/hello.yaml', text: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: hello\n' }],
  right: [{ file: 'resources/hello.yaml', text: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: hello}\n' }],
  *check({ documents }) {
    for (const file of documents.listYaml('resource', 'definition', 'schema', 'view')) {
      const fault = file.faults[0];
      // What is too large to be read here is not wrong.
      if (fault !== undefined && fault.kind !== 'limit')
        yield hitAt(file, fault, `The file is not valid YAML: ${fault.message}.`);
    }
  },
};
