/** A host that answers no more, or not in a way that clients accept. */
export interface DeadHost {
  readonly host: string;
  /** Whether its subdomains are gone with it. */
  readonly subdomains: boolean;
  /** The day from which it was of no use, `yyyy-mm-dd`. */
  readonly since: string;
  /** What happened, as a clause. */
  readonly what: string;
  /** What to use in its place. */
  readonly instead: string;
}

/** Hosts that charts, images and packages came from and that are known to be gone, from the announcements of those who ran them. */
const deadHosts: readonly DeadHost[] = [
  {
    host: 'hub.kubevela.net',
    subdomains: false,
    since: '2023-07-18',
    what: 'was given up by the project',
    instead: 'the same image on docker.io/oamdev or ghcr.io/kubevela',
  },
  {
    host: 'kubevela.net',
    subdomains: true,
    since: '2025-05-26',
    what: 'has an expired certificate',
    instead: 'https://kubevela.github.io/charts for charts, and the upstream project for anything else',
  },
  {
    host: 'kubernetes-charts.storage.googleapis.com',
    subdomains: false,
    since: '2020-11-13',
    what: 'was shut down with the stable charts of Helm',
    instead: 'the chart repository of the project itself, or https://charts.helm.sh/stable',
  },
  {
    host: 'kubernetes-charts-incubator.storage.googleapis.com',
    subdomains: false,
    since: '2020-11-13',
    what: 'was shut down with the incubator charts of Helm',
    instead: 'the chart repository of the project itself, or https://charts.helm.sh/incubator',
  },
  {
    host: 'bintray.com',
    subdomains: true,
    since: '2021-05-01',
    what: 'was shut down',
    instead: 'the address that the project publishes today',
  },
  {
    host: 'k8s.gcr.io',
    subdomains: false,
    since: '2023-04-03',
    what: 'is frozen and gets no new images',
    instead: 'registry.k8s.io',
  },
  {
    host: 'docker.pkg.github.com',
    subdomains: false,
    since: '2023-02-24',
    what: 'was replaced',
    instead: 'ghcr.io',
  },
];

/** Finds what is known of a host; the entry of the host itself goes before that of its domain. */
export function findDeadHost(host: string): DeadHost | undefined {
  return (
    deadHosts.find((dead) => dead.host === host) ??
    deadHosts.find((dead) => dead.subdomains && host.endsWith(`.${dead.host}`))
  );
}
