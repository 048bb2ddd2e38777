import { findLast } from '../cue-definitions.ts';
import { hitAt, hitAtField } from '../hits.ts';
import type { Rule } from '../types.ts';
import { findEntry, findText } from '../yaml-file.ts';

/** Bindings to the role that may do everything. */
export const clusterAdminBinding: Rule = {
  id: 'cluster/admin-binding',
  severity: 'warning',
  title: 'Binds to cluster-admin',
  reason:
    'Whoever runs as this account, or can make it act for him, owns the cluster. A controller that applies what users give it lets every user become an administrator that way.',
  fix: 'Bind to a role that names the resources that are needed.',
  wrong: [{ file: 'resources/binding.yaml', text: binding('cluster-admin') }],
  right: [{ file: 'resources/binding.yaml', text: binding('hello-reader') }],
  *check({ documents }) {
    const message = 'The account is bound to cluster-admin.';
    for (const file of documents.listYaml('template', 'resource')) {
      for (const { key, value } of file.allEntries) {
        const name = key === 'roleRef' ? findEntry(value, 'name') : undefined;
        if (name === undefined || findText(name.value) !== 'cluster-admin') continue;
        yield hitAt(file, name.position, message);
      }
    }
    for (const file of documents.listCue('template', 'resource', 'definition')) {
      for (const field of file.allFields) {
        const name = field.label === 'roleRef' ? findLast(field.fields, 'name') : undefined;
        if (name?.string === 'cluster-admin') yield hitAtField(file, name, message);
      }
    }
  },
};

function binding(role: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: hello\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: ${role}\nsubjects:\n  - kind: ServiceAccount\n    name: hello\n    namespace: vela-system\n`;
}
