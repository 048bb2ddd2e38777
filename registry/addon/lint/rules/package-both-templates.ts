import type { Rule } from '../types.ts';

/** template.cue and template.yaml in one addon. */
export const packageBothTemplates: Rule = {
  id: 'package/both-templates',
  severity: 'error',
  title: 'template.cue and template.yaml',
  reason:
    'An addon has one application template. With both the client stops: `yaml and cue app template are exist in addon, should only keep one of them`.',
  fix: 'Keep one of the two.',
  wrong: [
    {
      file: 'template.yaml',
      text: 'apiVersion: core.oam.dev/v1beta1\nkind: Application\nspec:\n  components: []\n',
    },
  ],
  right: [],
  *check({ documents }) {
    const templates = documents.files.filter(({ role }) => role === 'template');
    const yaml = templates.find(({ path }) => path.startsWith('template.yaml'));
    // An empty template.cue counts as none.
    const cue = templates.find(({ path, bytes }) => path.startsWith('template.cue') && bytes.length > 0);
    if (yaml === undefined || cue === undefined) return;
    yield { file: yaml.path, message: `${yaml.path} and ${cue.path} both describe the application.` };
  },
};
