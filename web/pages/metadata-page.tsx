import type { ComponentChildren, VNode } from 'preact';
import { VersionFrame } from '../components/version-frame.tsx';
import { findHttpUrl } from '../context/http-url.ts';
import type { PageContext } from '../context/page-context.ts';
import type { VersionPageData } from '../context/version-page-data.ts';

/** What the client reads from metadata.yaml, key by key. */
export function MetadataPage(data: VersionPageData): VNode {
  const { context, version } = data;
  const { links, strings } = context;
  const text = strings.metadata;
  const file = version.files.find((candidate) => candidate.role === 'metadata');
  return (
    <VersionFrame {...data} tab="metadata" canonical={links.version(version, 'metadata')}>
      <h2>{text.heading}</h2>
      <p>
        {text.intro} {file !== undefined && <a href={links.file(version, file.path)}>{text.file}</a>}
      </p>
      <table class="rows pairs">
        <thead>
          <tr>
            <th scope="col">{text.key}</th>
            <th scope="col">{text.value}</th>
          </tr>
        </thead>
        <tbody>
          {listRows(data).map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <code>{row.key}</code>
              </th>
              <td>{row.value ?? <span class="quiet">{text.none}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </VersionFrame>
  );
}

interface Row {
  readonly key: string;
  readonly value: ComponentChildren | undefined;
}

function listRows({ context, version }: VersionPageData): readonly Row[] {
  const { metadata, catalog } = version;
  const { links, strings } = context;
  const yesNo = (value: boolean) => (value ? strings.metadata.yes : strings.metadata.no);
  return [
    { key: 'name', value: metadata.name },
    { key: 'version', value: metadata.version },
    { key: 'description', value: metadata.description || undefined },
    { key: 'url', value: toLink(context, metadata.url) },
    { key: 'icon', value: toLink(context, metadata.icon) },
    { key: 'tags', value: toItems(metadata.tags.map((tag) => <a href={links.addons({ tag })}>{tag}</a>)) },
    {
      key: 'dependencies',
      value: toItems(
        metadata.dependencies.map((dependency) => (
          <>
            <a href={links.addon(catalog, dependency.name)}>{dependency.name}</a> <code>{dependency.version}</code>
          </>
        )),
      ),
    },
    { key: 'system.vela', value: toCode(metadata.system?.vela) },
    { key: 'system.kubernetes', value: toCode(metadata.system?.kubernetes) },
    { key: 'needNamespace', value: toItems(metadata.needNamespace.map((name) => <code>{name}</code>)) },
    { key: 'invisible', value: yesNo(metadata.invisible) },
    ...(metadata.deployTo === undefined
      ? []
      : [
          { key: 'deployTo.disableControlPlane', value: yesNo(metadata.deployTo.disableControlPlane) },
          { key: 'deployTo.runtimeCluster', value: yesNo(metadata.deployTo.runtimeCluster) },
        ]),
    ...toPairs('uxPlugins', metadata.uxPlugins),
    ...toPairs('annotations', metadata.annotations),
  ];
}

function toPairs(key: string, record: Readonly<Record<string, string>> | undefined): readonly Row[] {
  return Object.entries(record ?? {}).map(([name, value]) => ({ key: `${key}.${name}`, value: toCode(value) }));
}

function toItems(items: readonly VNode[]): VNode | undefined {
  if (items.length === 0) return undefined;
  return (
    <ul class="plain">
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}

function toCode(text: string | undefined): VNode | undefined {
  return text === undefined || text === '' ? undefined : <code>{text}</code>;
}

/** An author's URL as a link when it is one, as text when it is not. */
function toLink(context: PageContext, text: string | undefined): VNode | string | undefined {
  const url = findHttpUrl(text);
  if (url === undefined) return text || undefined;
  return (
    <a class="external" href={url} rel="noopener nofollow" title={context.strings.frame.external}>
      {url}
    </a>
  );
}
