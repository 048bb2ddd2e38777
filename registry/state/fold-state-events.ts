import type { StateAction, StateEvent, StateReason, VersionState } from '../../schemas/version-state.ts';
import { normalizeVersion } from '../version/normalize-version.ts';

/** What was said of a version, or of a whole addon, and not taken back; each part stands for itself. */
export interface StateMarks {
  readonly yanked?: StateReason;
  readonly quarantined?: StateReason;
  readonly deprecated?: StateReason;
}

/** What stands about one addon. */
export interface AddonMarks {
  /** Holds for every version, also for those to come. */
  readonly whole: StateMarks;
  /** By version text without a leading `v`. */
  readonly byVersion: ReadonlyMap<string, StateMarks>;
}

/** The one word for a version, and why. */
export interface CurrentState {
  readonly state: VersionState;
  readonly reason: StateReason | undefined;
}

type Mark = keyof StateMarks;

const marksByAction = {
  yank: { mark: 'yanked', sets: true },
  unyank: { mark: 'yanked', sets: false },
  quarantine: { mark: 'quarantined', sets: true },
  release: { mark: 'quarantined', sets: false },
  deprecate: { mark: 'deprecated', sets: true },
  undeprecate: { mark: 'deprecated', sets: false },
} as const satisfies Record<StateAction, { mark: Mark; sets: boolean }>;

/** What a version is when nobody ever said anything of its addon. */
export const noMarks: AddonMarks = { whole: {}, byVersion: new Map() };

/** Reads the events of one addon, oldest first: what an opposite action took back stands no more, and the rest is as it was before. */
export function foldStateEvents(events: readonly StateEvent[]): AddonMarks {
  let whole: StateMarks = {};
  const byVersion = new Map<string, StateMarks>();
  for (const event of events) {
    if (event.version === undefined) whole = apply(whole, event);
    else {
      const key = normalizeVersion(event.version);
      byVersion.set(key, apply(byVersion.get(key) ?? {}, event));
    }
  }
  return { whole, byVersion };
}

/** The state that people see: quarantined before yanked before deprecated before active. */
export function findState({ whole, byVersion }: AddonMarks, version: string): CurrentState {
  const own = byVersion.get(normalizeVersion(version)) ?? {};
  if (own.quarantined !== undefined) return { state: 'quarantined', reason: own.quarantined };
  if (own.yanked !== undefined) return { state: 'yanked', reason: own.yanked };
  const deprecated = own.deprecated ?? whole.deprecated;
  return deprecated === undefined
    ? { state: 'active', reason: undefined }
    : { state: 'deprecated', reason: deprecated };
}

/** Finds what stands already where an event wants to change something: of its version, or of the whole addon. */
export function findMark(
  marks: AddonMarks,
  { action, version }: Pick<StateEvent, 'action' | 'version'>,
): StateReason | undefined {
  const own = version === undefined ? marks.whole : marks.byVersion.get(normalizeVersion(version));
  return own?.[marksByAction[action].mark];
}

/** Whether an event changes anything. Deprecating anew does when it says something else; yanking and quarantining twice does not. */
export function changesState(marks: AddonMarks, event: Omit<StateEvent, 'sequence'>): boolean {
  const before = findMark(marks, event);
  const { sets, mark } = marksByAction[event.action];
  if (!sets || before === undefined) return sets === (before === undefined);
  return mark === 'deprecated' && (before.reason !== event.reason || before.replacement !== event.replacement);
}

function apply(marks: StateMarks, { action, reason, author, at, replacement }: StateEvent): StateMarks {
  const { mark, sets } = marksByAction[action];
  const { [mark]: _, ...others } = marks;
  if (!sets) return others;
  return { ...others, [mark]: { reason, author, at, ...(replacement === undefined ? {} : { replacement }) } };
}
