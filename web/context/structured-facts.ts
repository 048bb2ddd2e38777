import type { VersionDetail } from '../../schemas/rest.ts';
import { findHttpUrl } from './http-url.ts';
import type { PageContext } from './page-context.ts';

/** A version as schema.org's SoftwareSourceCode, with the application that it becomes. */
export function toVersionFacts(context: PageContext, version: VersionDetail): Readonly<Record<string, unknown>> {
  const { links, toAbsolute } = context;
  const { name, catalog, metadata, published, requirements } = version;
  const repository = findHttpUrl(version.origin.url);
  const requires = [
    ...(requirements.vela === undefined ? [] : [`KubeVela ${requirements.vela}`]),
    ...(requirements.kubernetes === undefined ? [] : [`Kubernetes ${requirements.kubernetes}`]),
  ];
  return {
    '@type': 'SoftwareSourceCode',
    name,
    version: version.version,
    url: toAbsolute(links.version(version)),
    datePublished: published,
    runtimePlatform: 'KubeVela',
    programmingLanguage: 'CUE',
    isPartOf: { '@type': 'Collection', name: catalog, url: toAbsolute(links.addons({ catalog })) },
    ...(metadata.description === '' ? {} : { description: metadata.description }),
    ...(metadata.tags.length === 0 ? {} : { keywords: metadata.tags.join(', ') }),
    ...(repository === undefined ? {} : { codeRepository: repository }),
    targetProduct: {
      '@type': 'SoftwareApplication',
      name,
      softwareVersion: version.version,
      applicationCategory: 'DeveloperApplication',
      operatingSystem: 'Kubernetes',
      downloadUrl: version.url,
      ...(requires.length === 0 ? {} : { softwareRequirements: requires.join(', ') }),
    },
  };
}

/** The site as schema.org's WebSite, with how to search it. */
export function toSiteFacts({ links, strings, toAbsolute }: PageContext): Readonly<Record<string, unknown>> {
  return {
    '@type': 'WebSite',
    name: strings.frame.product,
    url: toAbsolute(links.home()),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${toAbsolute(links.search())}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}
