import { isSecretName } from '../secret-names.ts';
import type { Rule } from '../types.ts';

/** Files in folders of the format that the client passes over. */
export const packageUnreadFile: Rule = {
  id: 'package/unread-file',
  severity: 'warning',
  title: 'File in a folder of the format that the client skips',
  reason:
    'In `resources/`, `definitions/` and `views/` the client reads .cue, .yaml and .yml files, in `config-templates/` .cue files only. A definition whose file lacks the extension is not installed. Deeper files called parameter.cue are skipped, too.',
  fix: 'Add the extension, or move the file out of the folder.',
  wrong: [
    {
      file: 'definitions/hello',
      text: 'apiVersion: core.oam.dev/v1beta1\nkind: TraitDefinition\nmetadata:\n  name: hello\n  namespace: vela-system\n',
    },
  ],
  right: [{ file: 'definitions/hello', text: undefined }],
  *check({ documents }) {
    for (const { path, role, pattern } of documents.files) {
      if (role !== 'ignored' || pattern === undefined || isSecretName(path)) continue;
      const isParameter = path.endsWith('/parameter.cue');
      const what = isParameter ? 'files of this name below resources/' : 'files of this extension here';
      yield { file: path, message: `The client does not read ${what}.` };
    }
  },
};
