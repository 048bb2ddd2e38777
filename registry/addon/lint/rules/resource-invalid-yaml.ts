import { type DecodingFault, reportNotFinite } from '../../metadata/decode-values.ts';
import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Files that are no YAML. */
export const resourceInvalidYaml: Rule = {
  id: 'resource/invalid-yaml',
  severity: 'error',
  title: 'File that is not valid YAML',
  reason:
    'The client turns every YAML file in `resources/`, `definitions/` and `views/`, and every file in `schemas/` whatever it is called, into JSON when it renders the addon, and stops at the first where it cannot. The addon cannot be enabled.',
  fix: 'Correct the file at the place that is named; remove a file in `schemas/` that is no UI schema.',
  wrong: [{ file: 'resources/hello.yaml', text: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: hello\n' }],
  right: [{ file: 'resources/hello.yaml', text: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: hello}\n' }],
  *check({ documents }) {
    for (const file of documents.listYaml('resource', 'definition', 'schema', 'view')) {
      const fault = file.faults[0];
      // What is too large to be read here is not wrong.
      if (fault !== undefined && fault.kind !== 'limit')
        yield hitAt(file, fault, `The file is not valid YAML: ${fault.message}.`);
      if (file.root === undefined) continue;
      const notFinite: DecodingFault[] = [];
      reportNotFinite({ node: file.root, path: 'The file', faults: notFinite }, new Set());
      for (const found of notFinite) yield hitAt(file, found, `${found.message}.`);
    }
  },
};
