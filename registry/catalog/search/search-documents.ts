import type { DefinitionFacts } from '../../../schemas/definition.ts';
import type { Parameter } from '../../../schemas/parameter.ts';
import { listParameterPaths } from '../../evaluation/list-parameter-paths.ts';
import type { DefinitionParameters, ParameterPath } from '../../evaluation/types.ts';
import type { SearchDocument } from '../../search/types.ts';
import type { DefinitionOwner } from '../create-definition-index.ts';
import type { AddonView, VersionView } from '../types.ts';
import { worksOn } from '../works-on.ts';

/** What views and lists know of an addon: enough to find it by its name, description and tags. */
export interface SearchSubject {
  readonly catalog: string;
  readonly addon: AddonView;
  /** The version that stands for it. */
  readonly shown: VersionView;
  /** The definitions that its listed versions bring. */
  readonly owned: readonly DefinitionOwner[];
  /** How many addons depend on it. */
  readonly weight: number;
}

/** What has to be read for it. */
export interface SearchContent {
  /** The definitions of the shown version. */
  readonly definitions: readonly DefinitionFacts[];
  readonly parameters: readonly Parameter[];
  readonly definitionParameters: readonly DefinitionParameters[];
  /** Plain text. */
  readonly readme: string;
}

const nothingRead: SearchContent = { definitions: [], parameters: [], definitionParameters: [], readme: '' };
const maxTextLength = 2_000;

/** Everything about one addon that can be found: itself, its definitions and the parameters of both. */
export function toSearchDocuments(subject: SearchSubject, content = nothingRead): readonly SearchDocument[] {
  const common = toCommonFields(subject);
  const { catalog, addon, owned } = subject;
  const group = `${catalog}/${addon.name}`;
  const own = listParameterPaths(content.parameters);
  return [
    toAddonDocument(subject, content),
    ...owned.map((owner) => toDefinitionDocument(common, owner, content)),
    ...own.map((parameter) => ({ ...common, ...toParameterFields(group, parameter) })),
    ...content.definitionParameters.flatMap(({ kind, name, parameters }) =>
      parameters.map((parameter) => ({
        ...common,
        ...toParameterFields(`${group}/${kind}/${name}`, parameter),
        definition: { kind, name },
        provides: [kind],
      })),
    ),
  ];
}

type CommonFields = Pick<
  SearchDocument,
  | 'catalog'
  | 'addon'
  | 'version'
  | 'title'
  | 'tags'
  | 'keywords'
  | 'body'
  | 'provides'
  | 'works'
  | 'weight'
  | 'published'
>;

function toCommonFields({ catalog, addon, shown, owned, weight }: SearchSubject): CommonFields {
  return {
    catalog,
    addon: addon.name,
    version: shown.version,
    title: '',
    tags: [],
    keywords: [],
    body: '',
    provides: [...new Set(listCurrent(owned).map((owner) => owner.shown.entry.kind))],
    works: shown.verdicts.map(({ line }) => line).filter((line) => worksOn(shown, line)),
    weight,
    published: shown.published,
  };
}

function toAddonDocument(subject: SearchSubject, content: SearchContent): SearchDocument {
  const { catalog, addon, shown, owned } = subject;
  const common = toCommonFields(subject);
  const current = listCurrent(owned).map((owner) => owner.shown.entry);
  const parameters = listParameterPaths(content.parameters).map(({ path, usage }) => `${path} ${usage}`);
  const names = current.flatMap(({ name, alias = '' }) => [name, alias]);
  return {
    ...common,
    id: `${catalog}/${addon.name}`,
    type: 'addon',
    name: addon.name,
    tags: shown.tags,
    keywords: [...new Set([...names, ...common.provides])].filter((word) => word !== ''),
    description: shown.description.slice(0, maxTextLength),
    body: [...current.map(({ description }) => description), ...parameters, content.readme].join('\n'),
  };
}

function toDefinitionDocument(common: CommonFields, owner: DefinitionOwner, content: SearchContent): SearchDocument {
  const { view, entry } = owner.shown;
  const { kind, name, alias = '', description } = entry;
  const facts = content.definitions.find((each) => each.kind === kind && each.name === name);
  const parameters = content.definitionParameters.find((each) => each.kind === kind && each.name === name);
  return {
    ...common,
    id: `${owner.catalog}/${owner.addon.name}/${kind}/${name}`,
    type: 'definition',
    version: view.version,
    name,
    definition: { kind, name },
    title: alias,
    keywords: [kind, ...(facts?.appliesTo ?? [])],
    description: description.slice(0, maxTextLength),
    body: [common.addon, ...(parameters?.parameters ?? []).map(({ path, usage }) => `${path} ${usage}`)].join('\n'),
    provides: [kind],
    published: view.published,
  };
}

function toParameterFields(owner: string, { path, usage }: ParameterPath) {
  return { id: `${owner}#${path}`, type: 'parameter' as const, name: path, description: usage };
}

function listCurrent(owned: readonly DefinitionOwner[]): readonly DefinitionOwner[] {
  return owned.filter(({ current }) => current);
}
