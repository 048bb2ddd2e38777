import type { DefinitionReader, DefinitionReference } from '../../../registry/catalog/definition-types.ts';
import { compareVersions } from '../../../registry/version/compare-versions.ts';
import { parseVersion } from '../../../registry/version/parse-version.ts';
import type { DefinitionHistory } from '../../../schemas/definition-catalogue.ts';
import type { Parameter } from '../../../schemas/parameter.ts';
import type { ParameterOrigins } from '../../../web/context/definition-page-data.ts';
import { listParameterGroups } from '../../../web/context/parameter-words.ts';

// Each is read by an engine the first time; a longer history is rather not told.
const maxTexts = 16;

/** Since which version of the addon each parameter of the named version has been there without a break; undefined when one of the texts before cannot be read, or there are too many. */
export async function traceParameters(
  definitions: Pick<DefinitionReader, 'getDefinition'>,
  reference: DefinitionReference & { readonly version: string },
  history: DefinitionHistory,
): Promise<ParameterOrigins | undefined> {
  const texts = listTextsUntil(history.items, reference.version);
  const [first] = texts;
  if (first === undefined || texts.length > maxTexts) return undefined;
  let since = new Map<string, string>();
  for (const { version } of texts) {
    // What cannot be read now, a quarantined version for one, leaves a gap in what is known.
    const detail = await definitions.getDefinition({ ...reference, version }).catch(() => undefined);
    if (detail?.document === undefined) return undefined;
    since = new Map(listPaths(detail.document.parameters, '').map((path) => [path, since.get(path) ?? version]));
  }
  return { first: first.version, later: new Map([...since].filter(([, version]) => version !== first.version)) };
}

/** The texts from when the definition came to the named version, oldest first; none when either is not known. */
function listTextsUntil(items: DefinitionHistory['items'], version: string): DefinitionHistory['items'] {
  const shown = parseVersion(version);
  if (!shown.ok) return [];
  const earlier = items.filter((item) => {
    const parsed = parseVersion(item.version);
    return parsed.ok && compareVersions(parsed.value, shown.value) <= 0;
  });
  const added = earlier.findIndex(({ change }) => change === 'added');
  return earlier.slice(0, added + 1).toReversed();
}

/** Paths as the table of parameters has them; what stands in one of several shapes has none that lasts. */
function listPaths(parameters: readonly Parameter[], path: string): readonly string[] {
  return parameters.flatMap((parameter) => {
    const own = path === '' ? parameter.name : `${path}.${parameter.name}`;
    const groups = listParameterGroups(own, parameter).filter(({ alternative }) => alternative === undefined);
    return [own, ...groups.flatMap((group) => listPaths(group.parameters, group.path))];
  });
}
