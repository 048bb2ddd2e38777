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
