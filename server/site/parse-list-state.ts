import type { AddonOrder } from '../../registry/catalog/types.ts';
import type { DefinitionKind } from '../../schemas/definition.ts';
import { type VersionState, versionStateSchema } from '../../schemas/version-state.ts';
import type { AddonListState } from '../../web/context/links.ts';
import { parseKind } from './parse-definition-state.ts';
import { parseTexts, parseWords, refuseParameter } from './parse-texts.ts';

const names = ['catalog', 'tag', 'definition', 'vela', 'kubernetes', 'cursor'] as const;
const choices = ['kind', 'state', 'sort', 'view'] as const;
const orders: readonly AddonOrder[] = ['relevance', 'name', 'updated', 'dependents'];
const views = ['grid', 'table'] as const;

/** The query of the list, with what it may say checked. */
export interface ParsedListState extends AddonListState {
  readonly kind?: DefinitionKind;
  readonly state?: VersionState;
  readonly sort?: AddonOrder;
}

/** What stands in the address of the list. */
export interface ListRequest {
  readonly state: ParsedListState;
  /** The words as they were given, which the address of no other page repeats whole. */
  readonly asked: string | undefined;
}

/** Reads the query of the list; empty values count as absent, unknown names are left alone. Throws INPUT_INVALID. */
export function parseListState(query: Readonly<Record<string, unknown>>): ListRequest {
  const { asked, ...words } = parseWords(query);
  const chosen = parseTexts(query, choices);
  const kind = choose('kind', chosen.kind, parseKind);
  const state = choose('state', chosen.state, (text) => versionStateSchema.enum.find((each) => each === text));
  const sort = choose('sort', chosen.sort, (text) => orders.find((each) => each === text));
  const view = choose('view', chosen.view, (text) => views.find((each) => each === text));
  return {
    asked,
    state: {
      ...words,
      ...parseTexts(query, names),
      ...(kind === undefined ? {} : { kind }),
      ...(state === undefined ? {} : { state }),
      ...(sort === undefined ? {} : { sort }),
      ...(view === undefined ? {} : { view }),
    },
  };
}

function choose<Value>(
  name: string,
  text: string | undefined,
  find: (text: string) => Value | undefined,
): Value | undefined {
  if (text === undefined) return undefined;
  const value = find(text);
  if (value === undefined) throw refuseParameter(name);
  return value;
}
