import type { RuleExample } from '../addon/lint/types.ts';

/** A ClusterRole with one rule, for the examples of rules. */
export function roleExample(rule: {
  readonly groups: string;
  readonly resources: string;
  readonly verbs: string;
}): RuleExample {
  const { groups, resources, verbs } = rule;
  return {
    file: 'resources/role.yaml',
    text: `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: hello\nrules:\n  - apiGroups:\n      - "${groups}"\n    resources:\n      - "${resources}"\n    verbs:\n      - "${verbs}"\n`,
  };
}

/** A pod with one more field in its spec or container, for the examples of rules. */
export function podExample(parts: { readonly spec?: string; readonly container?: string }): RuleExample {
  const { spec, container } = parts;
  const lines = [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    '  name: hello',
    'spec:',
    ...(spec === undefined ? [] : [`  ${spec}`]),
    '  containers:',
    '    - name: hello',
    '      image: hello:1.0.0',
    ...(container === undefined ? [] : [`      ${container}`]),
  ];
  return { file: 'resources/hello.yaml', text: `${lines.join('\n')}\n` };
}
