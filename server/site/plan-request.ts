import type { InstalledAddon, ResolveRequest } from '../../schemas/resolution.ts';
import { type PlanState, parseWantText } from '../../web/context/plan-state.ts';

/** What the fields of a form say, and the lines of it that say nothing. */
export interface PlanReading {
  readonly state: PlanState;
  /** Lines that name an installed addon without its version. */
  readonly unread: readonly string[];
}

/** Reads a request from a query or a form: `want` and `installed` have one `[catalog/]name@range` a line and may be repeated. */
export function readPlanFields(fields: Readonly<Record<string, unknown>>): PlanReading {
  const want = listLines(fields['want']).map(parseWantText);
  const listed = listLines(fields['installed']).map((line) => ({ line, ...parseWantText(line) }));
  const installed = listed.flatMap(({ name, catalog, range }): InstalledAddon[] =>
    range === undefined ? [] : [{ name, version: range, ...(catalog === undefined ? {} : { catalog }) }],
  );
  const upgrade = listLines(fields['upgrade']);
  const [vela] = listLines(fields['vela']);
  const [kubernetes] = listLines(fields['kubernetes']);
  return {
    state: {
      want,
      ...(vela === undefined ? {} : { vela: withoutV(vela) }),
      ...(kubernetes === undefined ? {} : { kubernetes: withoutV(kubernetes) }),
      ...(installed.length === 0 ? {} : { installed }),
      ...(upgrade.length === 0 ? {} : { upgrade }),
      ...(fields['prereleases'] === 'true' ? { prereleases: true } : {}),
    },
    unread: listed.flatMap(({ line, range }) => (range === undefined ? [line] : [])),
  };
}

/** The request as the planner takes it. */
export function toResolveRequest({ want, installed, upgrade, ...rest }: PlanState): ResolveRequest {
  return {
    ...rest,
    want: [...want],
    ...(installed === undefined ? {} : { installed: [...installed] }),
    ...(upgrade === undefined ? {} : { upgrade: [...upgrade] }),
  };
}

function listLines(field: unknown): string[] {
  const values = Array.isArray(field) ? field : [field];
  return values
    .flatMap((value) => (typeof value === 'string' ? value.split(/\r?\n/) : []))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** `kubectl version` and `vela version` print it with one. */
function withoutV(version: string): string {
  return version.replace(/^v(?=[0-9])/, '');
}
