import { isSecretName } from '../secret-names.ts';
import type { Rule } from '../types.ts';

/** Files that people expect beside sources and nobody expects to be read. */
const customary =
  /^(?:LICENSE|LICENCE|NOTICE|OWNERS|CODEOWNERS|CHANGELOG|CONTRIBUTING|Makefile|\.helmignore|\.gitignore|\.gitattributes|\.editorconfig)(?:\.[a-z]+)?$/;

/** Files that no client reads. */
export const packageIgnoredFile: Rule = {
  id: 'package/ignored-file',
  severity: 'info',
  title: 'File that the client ignores',
  reason:
    'The client reads the files and folders of the addon format and nothing else. Another file travels with every download and has no effect; readmes in other languages, for example, are never shown.',
  fix: 'Remove the file, or keep it outside the folder of the addon.',
  wrong: [{ file: 'readme_cn.md', text: '# hello\n' }],
  right: [],
  *check({ documents }) {
    const folders = new Map<string, string[]>();
    for (const { path, role, pattern } of documents.files) {
      if (role !== 'ignored' || pattern !== undefined || customary.test(path) || isSecretName(path)) continue;
      const slash = path.indexOf('/');
      if (slash === -1) yield { file: path, message: 'The client ignores this file.' };
      else folders.set(path.slice(0, slash), [...(folders.get(path.slice(0, slash)) ?? []), path]);
    }
    for (const [folder, paths] of folders) {
      const others = paths.length > 1 ? ` and ${paths.length - 1} more` : '';
      yield { file: paths[0] ?? '', message: `The client ignores the folder ${folder}/ (this file${others}).` };
    }
  },
};
