import type { InstalledAddon, Suggestion, Want } from '../../schemas/resolution.ts';

/** What is planned; the same names as in the query of its address. */
export interface PlanState {
  readonly want: readonly Want[];
  readonly vela?: string;
  readonly kubernetes?: string;
  readonly installed?: readonly InstalledAddon[];
  /** Installed addons that may be moved; `*`: all of them. */
  readonly upgrade?: readonly string[];
  readonly prereleases?: true;
}

/** Writes a wanted addon as a person would: `[catalog/]name[@range]`. */
export function toWantText({ catalog, name, range }: Want): string {
  return `${catalog === undefined ? '' : `${catalog}/`}${name}${range === undefined ? '' : `@${range}`}`;
}

/** Writes an installed addon: `[catalog/]name@version`. */
export function toInstalledText({ catalog, name, version }: InstalledAddon): string {
  return toWantText({ name, range: version, ...(catalog === undefined ? {} : { catalog }) });
}

/** Reads `[catalog/]name[@range]`; whether any of it exists is not asked. */
export function parseWantText(text: string): Want {
  const at = text.indexOf('@');
  const place = (at === -1 ? text : text.slice(0, at)).trim();
  const range = at === -1 ? '' : text.slice(at + 1).trim();
  const slash = place.indexOf('/');
  return {
    name: place.slice(slash + 1),
    ...(slash === -1 ? {} : { catalog: place.slice(0, slash) }),
    ...(range === '' ? {} : { range }),
  };
}

/** The request as a suggestion would have it; undefined when nothing in a request can bring it about. */
export function applySuggestion(state: PlanState, { also, ...first }: Suggestion): PlanState | undefined {
  const changed = applyChange(state, first);
  return changed === undefined || also === undefined ? changed : applyChange(changed, also);
}

type Change = Pick<Suggestion, 'kind' | 'name' | 'version'>;

function applyChange(state: PlanState, { kind, name, version }: Change): PlanState | undefined {
  switch (kind) {
    case 'vela':
    case 'kubernetes':
      return version === undefined ? undefined : { ...state, [kind]: version };
    case 'version':
      return withRange(state, name, version);
    case 'drop-range':
      return withRange(state, name, undefined);
    case 'without':
      return { ...state, want: state.want.filter((want) => want.name !== name) };
    case 'upgrade':
      return { ...state, upgrade: name === undefined ? ['*'] : [...(state.upgrade ?? []), name] };
    case 'prerelease':
      return name === undefined ? { ...state, prereleases: true } : withRange(state, name, version);
    case 'catalog':
      // Where dependencies may come from is up to whoever runs the server.
      return undefined;
  }
}

/** The request with another range for one addon; undefined: with none. */
function withRange(state: PlanState, name: string | undefined, range: string | undefined): PlanState {
  const changed = ({ range: _, ...want }: Want): Want => (range === undefined ? want : { ...want, range });
  return { ...state, want: state.want.map((want) => (want.name === name ? changed(want) : want)) };
}
