/** What a name is derived from: a name that was given, or where the source is. */
export interface NamedSource {
  readonly name?: string;
  readonly url?: string;
  readonly path?: string;
  readonly type: string;
}

const maxLength = 63;

/**
 * Names the sources of one catalog: as given, or after the last part of the URL or path; equal names are numbered from the second on.
 * Names match the pattern of catalog names, so that a source's id `<catalog>/<name>` stands in a URL.
 */
export function toSourceNames(sources: readonly NamedSource[]): readonly string[] {
  const taken = new Set(sources.flatMap(({ name }) => name ?? []));
  return sources.map((source) => {
    if (source.name !== undefined) return source.name;
    const name = toFreeName(deriveName(source), taken);
    taken.add(name);
    return name;
  });
}

function deriveName(source: NamedSource): string {
  const place = source.type === 'local' ? source.path : source.url;
  const last = (place ?? '').split(/[/\\:]/).findLast((part) => part !== '' && part !== '.' && part !== '..');
  const name = (last ?? '')
    .replace(/\.(?:git|bundle)$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxLength)
    .replace(/^-|-$/g, '');
  return name === '' ? source.type : name;
}

function toFreeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const candidate = `${name.slice(0, maxLength - suffix.length)}${suffix}`;
    if (!taken.has(candidate)) return candidate;
  }
}
