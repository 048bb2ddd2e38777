import type { RuleExample } from './types.ts';

const faultless = {
  name: 'hello',
  version: '1.0.0',
  description: 'Says hello',
  icon: 'https://hello.example/icon.svg',
  url: 'https://hello.example',
} as const;

/** A metadata.yaml that no rule complains about, with some values replaced (undefined leaves the key out) and lines added. */
export function metadataExample(
  changes: { readonly [Key in keyof typeof faultless]?: string | undefined } = {},
  lines: readonly string[] = [],
): RuleExample {
  const values = Object.entries({ ...faultless, ...changes }).filter(([, value]) => value !== undefined);
  const text = [...values.map(([key, value]) => `${key}: ${value}`), ...lines].join('\n');
  return { file: 'metadata.yaml', text: `${text}\n` };
}

/** A template.cue that renders an empty Application. */
export const emptyTemplate: RuleExample = {
  file: 'template.cue',
  text: 'package main\n\noutput: {\n\tapiVersion: "core.oam.dev/v1beta1"\n\tkind:       "Application"\n\tspec: components: []\n}\n',
};

/** A definition in YAML that no rule complains about, with the given parts in it. `spec` is indented by two and ends with a line end. */
export function definitionExample(options: {
  readonly kind: string;
  readonly name?: string;
  readonly apiVersion?: string;
  readonly annotation?: string;
  readonly namespace?: string | undefined;
  readonly spec?: string;
}): RuleExample {
  const { kind, name = 'hello', apiVersion = 'core.oam.dev/v1beta1', annotation, spec = '' } = options;
  const namespace = 'namespace' in options ? options.namespace : 'vela-system';
  const lines = [
    `apiVersion: ${apiVersion}`,
    `kind: ${kind}`,
    'metadata:',
    `  name: ${name}`,
    ...(namespace === undefined ? [] : [`  namespace: ${namespace}`]),
    '  annotations:',
    '    definition.oam.dev/description: Greets',
    ...(annotation === undefined ? [] : [`    ${annotation}`]),
    spec === '' ? 'spec: {}' : `spec:\n${spec.trimEnd()}`,
  ];
  return { file: 'definitions/hello.yaml', text: `${lines.join('\n')}\n` };
}
