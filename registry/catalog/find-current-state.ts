import { type CurrentState, findState, foldStateEvents } from '../state/fold-state-events.ts';
import type { StateStore } from '../storage/types.ts';

/** What was said of a version and stands, also when its row is gone: words outlast the versions they speak of. */
export async function findCurrentState(
  store: Pick<StateStore, 'listStateEvents'>,
  { catalog, name, version }: { readonly catalog: string; readonly name: string; readonly version: string },
): Promise<CurrentState> {
  return findState(foldStateEvents(await store.listStateEvents({ catalog, addon: name })), version);
}
