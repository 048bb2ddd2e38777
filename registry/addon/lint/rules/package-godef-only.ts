import type { Rule } from '../types.ts';

/** Definitions in Go that nobody compiled. */
export const packageGodefOnly: Rule = {
  id: 'package/godef-only',
  severity: 'warning',
  title: 'Definitions in Go without their compiled form',
  reason:
    'Definitions in `godef/` are compiled only when an addon is enabled from a local folder. From a registry the client ignores the folder: without files in `definitions/` the definitions do not exist.',
  fix: 'Compile them with `vela def gen-module` and commit the result to definitions/.',
  wrong: [
    { file: 'godef/go.mod', text: 'module hello.example/godef\n' },
    { file: 'godef/hello.go', text: 'package godef\n' },
  ],
  right: [],
  *check({ documents }) {
    const source = documents.files.find(({ path, role }) => role === 'godef' && path.endsWith('.go'));
    if (source === undefined || documents.files.some(({ role }) => role === 'definition')) return;
    yield { file: source.path, message: 'godef/ has definitions in Go, and definitions/ has none.' };
  },
};
