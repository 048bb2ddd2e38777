const endings = ['', 's', 'es', 'ed', 'er', 'ing'];
const shortest = 3;

/** Other forms in which an English word is written: `scales`, `scaling`, `scaler` for `scale`, `policies` for `policy`. Not every one is a word. */
export function listWordForms(word: string): readonly string[] {
  if (!/^[a-z]{4,}$/.test(word)) return [];
  const forms = new Set<string>();
  for (const stem of listStems(word)) {
    for (const ending of endings) forms.add(`${stem}${ending}`);
    if (stem.endsWith('e')) for (const ending of ['d', 'r', 'rs']) forms.add(`${stem}${ending}`);
    if (stem.endsWith('e')) forms.add(`${stem.slice(0, -1)}ing`);
    if (stem.endsWith('y')) forms.add(`${stem.slice(0, -1)}ies`);
  }
  forms.delete(word);
  return [...forms];
}

function listStems(word: string): readonly string[] {
  const stems = new Set([word]);
  if (word.endsWith('ies')) stems.add(`${word.slice(0, -3)}y`);
  for (const ending of ['s', 'es', 'ed', 'er', 'ers', 'ing']) {
    if (!word.endsWith(ending) || word.endsWith('ss')) continue;
    const stem = word.slice(0, -ending.length);
    stems.add(stem);
    if (ending !== 's') stems.add(`${stem}e`);
  }
  return [...stems].filter((stem) => stem.length >= shortest);
}
