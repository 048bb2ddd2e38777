import { emptyTemplate, metadataExample } from '../../registry/addon/lint/examples.ts';
import { lintRules } from '../../registry/addon/lint/rules.ts';
import type { RuleExample } from '../../registry/addon/lint/types.ts';
import { metadataRules } from '../../registry/addon/metadata-rules.ts';
import type { CommitFiles } from './own-addon.ts';

const base = [metadataExample(), emptyTemplate, { file: 'README.md', text: '# An example\n' }];

/**
 * The wrong and the right example of every rule that a folder can show, each as an addon of its own in one commit of a catalogue repository.
 * So the client itself says which rules break loading and which do not.
 */
export function ruleExampleCommit(): CommitFiles {
  const files: Record<string, string> = {};
  for (const { id, wrong, right } of [...lintRules, ...metadataRules]) {
    for (const [kind, example] of Object.entries({ wrong, right })) {
      const name = `${kind}-${id.replace('/', '-')}`;
      const texts = new Map<string, string | undefined>();
      for (const { file, text } of [...base, ...example]) texts.set(file, text);
      for (const [path, text] of texts)
        if (text !== undefined) files[`addons/${name}/${path}`] = renamed(text, path, name);
    }
  }
  return files;
}

// Examples share one name; side by side in one catalog each needs its own. Names that a rule is about are kept.
function renamed(text: string, path: RuleExample['file'], name: string): string {
  return path === 'metadata.yaml' ? text.replace(/^(- )?name: (hello|example)$/m, `$1name: ${name}`) : text;
}
