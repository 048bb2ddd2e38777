import { isSecretName } from '../secret-names.ts';
import type { Rule } from '../types.ts';

const privateKey = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/;

/** Files that usually hold secrets. */
export const packageSecretFile: Rule = {
  id: 'package/secret-file',
  severity: 'warning',
  title: 'File that looks like a secret',
  reason:
    'A published version is public and stays for ever. Environment files, private keys, kubeconfigs and Terraform states belong to the machine they were made on.',
  fix: 'Remove the file, and replace what was in it wherever it is used: whoever could download the version has it.',
  wrong: [{ file: 'resources/.env', text: 'PASSWORD=hello\n' }],
  right: [{ file: 'resources/.env', text: undefined }],
  *check({ documents }) {
    for (const { path, bytes } of documents.files) {
      if (isSecretName(path)) yield { file: path, message: 'Files of this name usually hold secrets.' };
      else if (/\.(?:pem|key)$/.test(path) && privateKey.test(new TextDecoder().decode(bytes.subarray(0, 4096)))) {
        yield { file: path, message: 'The file holds a private key.' };
      }
    }
  },
};
