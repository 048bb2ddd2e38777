import type { Change, ChangeKind } from '../../schemas/change.ts';
import type { StateAction, StateEvent } from '../../schemas/version-state.ts';
import { addonNotFound, catalogNotFound } from '../errors.ts';
import { compareText } from '../findings.ts';
import type { StateStore } from '../storage/types.ts';
import { invalidQuery, parseLimit } from './paging.ts';
import type { CatalogView, CatalogViews, ChangeReader } from './types.ts';

export interface ChangeReaderOptions {
  readonly views: CatalogViews;
  readonly store: Pick<StateStore, 'listStateEvents'>;
}

const kindOfAction = {
  yank: 'yanked',
  unyank: 'unyanked',
  deprecate: 'deprecated',
  undeprecate: 'undeprecated',
  quarantine: 'quarantined',
  release: 'released',
} as const satisfies Record<StateAction, ChangeKind>;

/** Tells what happened from the rows of now: versions by their time of publication, and what was said of them. */
export function createChangeReader({ views, store }: ChangeReaderOptions): ChangeReader {
  // A view never changes, and with every change of rows comes another.
  const ofView = new WeakMap<CatalogView, Promise<readonly Change[]>>();
  let ofAll: { readonly views: readonly CatalogView[]; readonly changes: readonly Change[] } | undefined;

  function listOfView(view: CatalogView): Promise<readonly Change[]> {
    const known = ofView.get(view);
    if (known !== undefined) return known;
    const made = makeChanges(view, store);
    ofView.set(view, made);
    made.catch(() => ofView.delete(view));
    return made;
  }

  async function listOfAll(): Promise<readonly Change[]> {
    const current = views.listViews();
    const kept = ofAll;
    if (kept?.views.length === current.length && current.every((view, index) => kept.views[index] === view)) {
      return kept.changes;
    }
    const changes = (await Promise.all(current.map(listOfView))).flat().sort(compareChanges);
    ofAll = { views: current, changes };
    return changes;
  }

  async function listAsked(catalog: string | undefined, addon: string | undefined): Promise<readonly Change[]> {
    if (catalog === undefined) {
      const all = await listOfAll();
      return addon === undefined ? all : all.filter(({ name }) => name === addon);
    }
    const view = views.findView(catalog);
    if (view === undefined) throw catalogNotFound(catalog);
    if (addon === undefined) return listOfView(view);
    if (!view.byName.has(addon)) throw addonNotFound(catalog, addon);
    return (await listOfView(view)).filter(({ name }) => name === addon);
  }

  return {
    async listChanges({ catalog, addon, limit, cursor }) {
      const count = parseLimit(limit);
      const after = cursor === undefined ? undefined : parseCursor(cursor);
      const changes = await listAsked(catalog, addon);
      const start = after === undefined ? 0 : changes.findIndex((change) => compareChanges(change, after) > 0);
      if (start === -1) return { items: [] };
      const items = changes.slice(start, start + count);
      const last = items.at(-1);
      return {
        items,
        ...(last === undefined || start + count >= changes.length ? {} : { next: toCursor(last) }),
      };
    },
  };
}

async function makeChanges(view: CatalogView, store: ChangeReaderOptions['store']): Promise<readonly Change[]> {
  const published = view.addons.flatMap((addon) =>
    addon.versions.map(
      (version): Change => ({
        id: `published:${version.catalog}/${addon.name}@${version.key}`,
        at: version.published,
        change: 'published',
        catalog: version.catalog,
        name: addon.name,
        version: version.version,
        ...(version.description === '' ? {} : { description: version.description }),
      }),
    ),
  );
  const owners = new Set([
    view.catalog,
    ...view.addons.flatMap(({ versions }) => versions.map((each) => each.catalog)),
  ]);
  const said = await Promise.all([...owners].map((catalog) => store.listStateEvents({ catalog })));
  const isServed = ({ catalog, name }: StateEvent) =>
    catalog === view.catalog || view.byName.get(name)?.versions[0]?.catalog === catalog;
  return [...published, ...said.flat().filter(isServed).map(toChange)].sort(compareChanges);
}

function toChange({ sequence, action, catalog, name, version, at, reason, replacement }: StateEvent): Change {
  return {
    id: `state:${sequence}`,
    at,
    change: kindOfAction[action],
    catalog,
    name,
    ...(version === undefined ? {} : { version }),
    reason,
    ...(replacement === undefined ? {} : { replacement }),
  };
}

type Place = Pick<Change, 'at' | 'id'>;

/** Newest first; of one moment by id, so that pages never overlap. */
function compareChanges(left: Place, right: Place): number {
  return compareText(right.at, left.at) || compareText(left.id, right.id);
}

function toCursor({ at, id }: Place): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

function parseCursor(cursor: string): Place {
  const match = /^([0-9TZ:.-]{20,30}) (.+)$/s.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (match?.[1] === undefined || match[2] === undefined) {
    throw invalidQuery('cursor', 'cursor is not one that this server gave: start again without it');
  }
  return { at: match[1], id: match[2] };
}
