import type { SearchBatch, SearchDocument } from '../../registry/search/types.ts';

/** A valid document of an addon; what is given replaces its defaults. */
export function anAddonDocument(given: Partial<SearchDocument> & { readonly name: string }): SearchDocument {
  const catalog = given.catalog ?? 'official';
  const addon = given.addon ?? given.name;
  return {
    id: `${catalog}/${addon}`,
    type: 'addon',
    catalog,
    addon,
    version: '1.0.0',
    title: '',
    tags: [],
    keywords: [],
    description: '',
    body: '',
    provides: [],
    works: ['1.10'],
    weight: 0,
    published: '2026-01-01T00:00:00Z',
    ...given,
  };
}

/** A valid document of a definition of an addon. */
export function aDefinitionDocument(
  given: Partial<SearchDocument> & Required<Pick<SearchDocument, 'addon' | 'definition'>>,
): SearchDocument {
  const { kind, name } = given.definition;
  return {
    ...anAddonDocument({ name, addon: given.addon }),
    id: `${given.catalog ?? 'official'}/${given.addon}/${kind}/${name}`,
    type: 'definition',
    provides: [kind],
    ...given,
  };
}

/** A valid document of a parameter of an addon. */
export function aParameterDocument(
  given: Partial<SearchDocument> & Required<Pick<SearchDocument, 'addon' | 'name'>>,
): SearchDocument {
  return {
    ...anAddonDocument(given),
    id: `${given.catalog ?? 'official'}/${given.addon}#${given.name}`,
    type: 'parameter',
    ...given,
  };
}

/** Puts documents into one batch for each addon of a catalog. */
export function toBatches(documents: readonly SearchDocument[]): readonly SearchBatch[] {
  const groups = new Map<string, SearchDocument[]>();
  for (const document of documents) {
    const group = `${document.catalog}/${document.addon}`;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [document]);
    else members.push(document);
  }
  return [...groups].map(([group, members]) => ({ group, fingerprint: JSON.stringify(members), documents: members }));
}

/** A small shop of addons, definitions and parameters, about which the contract of a search index speaks. */
export const shopDocuments: readonly SearchDocument[] = [
  anAddonDocument({
    name: 'fluxcd',
    tags: ['extended_workload', 'gitops'],
    keywords: ['helm', 'kustomize'],
    description: 'Extended workload to do continuous and progressive delivery',
    body: 'Flux keeps clusters in sync with sources of configuration such as Git repositories.',
    provides: ['component'],
    works: ['1.9', '1.10'],
    weight: 9,
  }),
  aDefinitionDocument({
    addon: 'fluxcd',
    definition: { kind: 'component', name: 'helm' },
    keywords: ['HelmRelease'],
    description: 'helm release is a group of K8s resources from either git repository or helm repo',
    weight: 9,
  }),
  aParameterDocument({ addon: 'fluxcd', name: 'onlyHelmComponents', description: 'install the helm controller only' }),
  anAddonDocument({
    name: 'cert-manager',
    tags: ['security'],
    description: 'Automatically provision and manage TLS certificates in Kubernetes',
    provides: ['component'],
    weight: 3,
  }),
  anAddonDocument({
    name: 'prometheus-server',
    title: 'Prometheus',
    tags: ['observability'],
    description: 'A metrics collecting, storing and alerting system; the server that fluxcd also reports to',
    weight: 2,
  }),
  anAddonDocument({
    name: 'keda',
    tags: ['autoscale'],
    keywords: ['keda-auto-scaler'],
    description: 'Event driven autoscaling for every container',
    provides: ['trait'],
  }),
  aDefinitionDocument({
    addon: 'keda',
    definition: { kind: 'trait', name: 'keda-auto-scaler' },
    keywords: ['deployments.apps'],
    description: 'Scales workloads by the rules of KEDA',
  }),
  aParameterDocument({ addon: 'keda', name: 'triggers[].metadata.queueName', description: 'name of the queue' }),
  anAddonDocument({
    name: 'terraform-aws',
    tags: ['terraform', 'cloud'],
    description: 'Cloud resources of AWS, such as an S3 bucket',
  }),
  anAddonDocument({ name: 'mysql-operator', tags: ['数据库'], description: '在集群中创建和管理数据库实例' }),
  anAddonDocument({ name: 'café', catalog: 'private', addon: 'café', description: 'Ｗide letters and Ünïcode' }),
];
