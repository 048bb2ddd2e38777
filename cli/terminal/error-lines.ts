import { RegistryError, type RegistryErrorCode } from '../../registry/errors.ts';
import type { Line } from './terminal.ts';

const fixes: Partial<Record<RegistryErrorCode, string>> = {
  CATALOG_NOT_FOUND: '"chandlery source list" shows the catalogs and their sources',
  ADDON_NOT_FOUND: '"chandlery search" looks for words in names and descriptions',
  VERSION_NOT_FOUND: '"chandlery versions" lists what there is',
  SOURCE_NOT_FOUND: '"chandlery source list" shows the sources',
  CONFIG_INVALID:
    'every setting is described in chandlery.schema.json, which editors read; "chandlery config print" shows what is in force',
  UNAUTHORIZED: 'set CHANDLERY_ADMIN_TOKEN to the token of that server',
  FORBIDDEN: 'set CHANDLERY_ADMIN_TOKEN to the token of that server',
};

/** What went wrong and how to mend it, in words. A bug shows its stack, as nobody else can mend it. */
export function toErrorLines(error: unknown): readonly Line[] {
  if (!(error instanceof RegistryError)) return toBugLines(error);
  const [first = '', ...rest] = error.message.split('\n');
  const fix = fixes[error.code];
  return [
    [{ text: 'error', style: 'red' }, ': ', first],
    ...rest.map((line): Line => ['       ', line]),
    ...(fix === undefined ? [] : [[{ text: 'help', style: 'cyan' }, ':  ', fix] satisfies Line]),
  ];
}

function toBugLines(error: unknown): readonly Line[] {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    [{ text: 'this is a bug of chandlery', style: 'red' }, ', please report it with these lines:'],
    ...text.split('\n'),
  ];
}
