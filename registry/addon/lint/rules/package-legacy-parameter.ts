import type { Rule } from '../types.ts';

/** Parameters at their old place. */
export const packageLegacyParameter: Rule = {
  id: 'package/legacy-parameter',
  severity: 'info',
  title: 'Parameters at their old place',
  reason:
    'The client still reads resources/parameter.cue where there is no parameter.cue beside metadata.yaml. With both, it takes the latter and logs a warning.',
  fix: 'Move the file to parameter.cue at the top of the addon.',
  wrong: [{ file: 'resources/parameter.cue', text: 'parameter: greeting: *"hello" | string\n' }],
  right: [{ file: 'parameter.cue', text: 'parameter: greeting: *"hello" | string\n' }],
  *check({ documents }) {
    const paths = documents.files.map(({ path }) => path);
    if (!paths.includes('resources/parameter.cue')) return;
    yield paths.includes('parameter.cue')
      ? {
          file: 'resources/parameter.cue',
          severity: 'warning',
          message: 'The client takes parameter.cue and ignores this file.',
          fix: 'Remove resources/parameter.cue.',
        }
      : { file: 'resources/parameter.cue', message: 'The place of parameters is parameter.cue at the top.' };
  },
};
