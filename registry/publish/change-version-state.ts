import type { NewStateEvent, StateChange, StateEvent } from '../../schemas/version-state.ts';
import type { CatalogDefinition, CatalogViews } from '../catalog/types.ts';
import { addonNotFound, catalogNotFound, RegistryError, versionNotFound } from '../errors.ts';
import { findMark, findState, foldStateEvents } from '../state/fold-state-events.ts';
import type { StateStore, VersionReader } from '../storage/types.ts';
import { normalizeVersion } from '../version/normalize-version.ts';
import { checkText, invalidField } from './check-text.ts';
import { findReplacement } from './find-replacement.ts';
import { toChangedWords, toUnchangedWords } from './state-words.ts';
import type { StateChangeRequest } from './types.ts';

export interface StateChangeDependencies {
  readonly catalogs: readonly CatalogDefinition[];
  readonly views: CatalogViews;
  readonly store: StateStore & Pick<VersionReader, 'listVersions'>;
  /** RFC 3339, UTC. */
  readonly now: () => string;
  /** Done when the rows of now are served. */
  readonly publish: (catalog: string) => Promise<unknown>;
}

const maxReasonLength = 1000;
const maxAuthorLength = 200;

/** Adds to the history what somebody says of a version, and serves accordingly (see VersionStateChanger). */
export async function changeVersionState(
  dependencies: StateChangeDependencies,
  request: StateChangeRequest,
): Promise<StateChange> {
  const { store, now, publish } = dependencies;
  const { catalog, addon, action } = request;
  checkShape(request);
  const reason = checkText(request.reason, { field: 'reason', maxLength: maxReasonLength });
  const author = checkText(request.author, { field: 'author', maxLength: maxAuthorLength });
  const version = await findTarget(dependencies, request);
  const replacement =
    request.replacement === undefined ? undefined : findReplacement(dependencies, request.replacement, request);
  const appended = await store.appendStateEvent({
    catalog,
    name: addon,
    ...(version === undefined ? {} : { version }),
    action,
    reason,
    author,
    at: now(),
    ...(replacement === undefined ? {} : { replacement: replacement.reference }),
  } satisfies NewStateEvent);
  if (appended !== undefined) await publish(catalog);
  const marks = foldStateEvents(await store.listStateEvents({ catalog, addon }));
  const current = version === undefined ? undefined : findState(marks, version);
  const subject = `${version === undefined ? `the addon ${addon}` : `${addon} ${version}`} of ${catalog}`;
  const said = { subject, action, state: current?.state };
  return {
    changed: appended !== undefined,
    detail: appended === undefined ? toUnchangedWords(said, findMark(marks, request)) : toChangedWords(said),
    notes: [...(replacement?.notes ?? [])],
    ...(current === undefined ? {} : { state: current.state }),
    ...(current?.reason === undefined ? {} : { stateReason: current.reason }),
    ...(appended === undefined ? {} : { event: appended }),
  };
}

function checkShape({ action, version, replacement }: StateChangeRequest): void {
  if (version === undefined && action !== 'deprecate' && action !== 'undeprecate') {
    throw invalidField(
      'version',
      `name the version: a whole addon can be deprecated, but "${action}" is for one version`,
    );
  }
  if (replacement !== undefined && action !== 'deprecate') {
    throw invalidField('replacement', `only "deprecate" names a replacement, not "${action}"`);
  }
}

/** The text of the version that is meant; undefined for the whole addon. A version that is gone is known by its history. */
async function findTarget(
  { catalogs, store, views }: StateChangeDependencies,
  { catalog, addon, version }: StateChangeRequest,
): Promise<string | undefined> {
  const definition = catalogs.find(({ name }) => name === catalog);
  if (definition === undefined) throw catalogNotFound(catalog);
  if (definition.union !== undefined) throw ofUnion(views, { catalog, addon });
  const [records, events] = await Promise.all([
    store.listVersions({ catalog, addon }),
    store.listStateEvents({ catalog, addon }),
  ]);
  if (records.length + events.length === 0) throw addonNotFound(catalog, addon);
  if (version === undefined) return undefined;
  const key = normalizeVersion(version);
  const known = records.find((record) => record.key === key)?.version ?? findVersionText(events, key);
  if (known !== undefined) return known;
  throw key === 'latest'
    ? invalidField('version', 'name the version itself: what is the latest today is another one tomorrow')
    : versionNotFound(catalog, addon, version);
}

function findVersionText(events: readonly StateEvent[], key: string): string | undefined {
  return events.find((event) => event.version !== undefined && normalizeVersion(event.version) === key)?.version;
}

function ofUnion(views: CatalogViews, { catalog, addon }: { catalog: string; addon: string }): RegistryError {
  const member = views.findView(catalog)?.byName.get(addon)?.versions[0]?.catalog;
  if (member === undefined) return addonNotFound(catalog, addon);
  const message = `"${catalog}" unites other catalogs: name ${member}/${addon}`;
  return new RegistryError('INPUT_INVALID', message, { faults: [{ pointer: '/catalog', message }] });
}
