import { RegistryError } from '../../registry/errors.ts';

const maxLength = 200;

/** Reads named parameters of a query as texts; empty ones count as absent, other names are left alone. Throws INPUT_INVALID. */
export function parseTexts<Name extends string>(
  query: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): { readonly [name in Name]?: string } {
  const texts: { [name in Name]?: string } = {};
  for (const name of names) {
    const value = query[name];
    if (value === undefined || value === '') continue;
    if (typeof value !== 'string' || value.length > maxLength) throw refuseParameter(name);
    const text = value.trim();
    if (text !== '') texts[name] = text;
  }
  return texts;
}

/** A parameter has a value that this server does not take. */
export function refuseParameter(name: string): RegistryError {
  return new RegistryError('INPUT_INVALID', `the query parameter ${name} has a value that is not taken`, {
    faults: [{ pointer: `/${name}`, message: 'not a value of this parameter' }],
  });
}
