import { createStateHistory } from '../registry/catalog/list-state-history.ts';
import type { StateHistoryReader } from '../registry/catalog/types.ts';
import { changeVersionState, type StateChangeDependencies } from '../registry/publish/change-version-state.ts';
import type { VersionStateChanger } from '../registry/publish/types.ts';

/** Makes what changes states of versions and tells of it. */
export function composeStates(
  dependencies: Omit<StateChangeDependencies, 'now'>,
): VersionStateChanger & StateHistoryReader {
  const now = () => new Date().toISOString();
  return {
    ...createStateHistory(dependencies),
    changeState: (request) => changeVersionState({ ...dependencies, now }, request),
  };
}
