import type { FileRole } from '../../../../schemas/addon.ts';
import { isSecretName } from '../secret-names.ts';
import type { Rule } from '../types.ts';

const readExtensions: Partial<Record<FileRole, RegExp>> = {
  resource: /\.(?:cue|yaml|yml)$/,
  definition: /\.(?:cue|yaml|yml)$/,
  view: /\.(?:cue|yaml|yml)$/,
  'config-template': /\.cue$/,
};

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
    for (const { path, role } of documents.files) {
      const extensions = readExtensions[role];
      if (extensions === undefined || isSecretName(path)) continue;
      if (!extensions.test(path))
        yield { file: path, message: 'The client does not read files of this extension here.' };
      else if (role === 'resource' && path.endsWith('/parameter.cue')) {
        yield { file: path, message: 'The client skips files of this name below resources/.' };
      }
    }
  },
};
