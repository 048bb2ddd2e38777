import type { AddonListState } from '../../web/context/links.ts';
import { parseTexts, refuseParameter } from './parse-texts.ts';

const names = ['q', 'catalog', 'tag', 'vela', 'kubernetes', 'sort', 'cursor'] as const;

/** Reads the query of the list; empty values count as absent, unknown names are left alone. Throws INPUT_INVALID. */
export function parseListState(query: Readonly<Record<string, unknown>>): AddonListState {
  const state = parseTexts(query, names);
  if (state.sort !== undefined && state.sort !== 'name' && state.sort !== 'updated') throw refuseParameter('sort');
  return state;
}
