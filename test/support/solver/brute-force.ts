import type { PlainProblem } from './plain-problem.ts';

/** Tells whether a problem has a solution by trying every state of every package. */
export function hasSolution({ counts, clauses }: PlainProblem): boolean {
  const names = Object.keys(counts);
  const places = new Map(names.map((name, place) => [name, place]));
  // Each clause is looked at when the last of its packages has a state.
  const checks = names.map((): { place: number; states: readonly number[] }[][] => []);
  for (const { terms } of clauses) {
    const checked = terms.map(({ name, states }) => ({ place: places.get(name) ?? -1, states }));
    const last = Math.max(-1, ...checked.map(({ place }) => place));
    if (last === -1) return false;
    checks[last]?.push(checked);
  }
  const states: number[] = [];
  return search(0);

  function search(place: number): boolean {
    const name = names[place];
    if (name === undefined) return true;
    for (let state = 0; state <= (counts[name] ?? 0); state += 1) {
      states[place] = state;
      const broken = checks[place]?.some((terms) =>
        terms.every((term) => term.states.includes(states[term.place] ?? 0)),
      );
      if (broken !== true && search(place + 1)) return true;
    }
    return false;
  }
}
