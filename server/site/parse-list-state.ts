import { RegistryError } from '../../registry/errors.ts';
import type { AddonListState } from '../../web/context/links.ts';

const maxLength = 200;
const names = ['q', 'catalog', 'tag', 'sort', 'cursor'] as const;

/** Reads the query of the list; empty values count as absent, unknown names are left alone. Throws INPUT_INVALID. */
export function parseListState(query: Readonly<Record<string, unknown>>): AddonListState {
  const state: { [name in (typeof names)[number]]?: string } = {};
  for (const name of names) {
    const value = query[name];
    if (value === undefined || value === '') continue;
    if (typeof value !== 'string' || value.length > maxLength) throw invalid(name);
    const text = value.trim();
    if (text !== '') state[name] = text;
  }
  if (state.sort !== undefined && state.sort !== 'name' && state.sort !== 'updated') throw invalid('sort');
  return state;
}

function invalid(name: string): RegistryError {
  return new RegistryError('INPUT_INVALID', `the query parameter ${name} has a value that is not taken`, {
    faults: [{ pointer: `/${name}`, message: 'not a value of this parameter' }],
  });
}
