const scheme = /^(?:https?|oci|ssh|git|git\+https?|git\+ssh):\/\//;
const scpAddress = /^[\w.-]+@([\w.-]+):[^/]/;
/** Names that only a cluster or a test resolves (RFC 2606, RFC 6762, Kubernetes' own). */
const localDomain = /(?:^|\.)(?:local|localhost|internal|svc|default|test|example|invalid|lan|home\.arpa)$/;
const publicHost = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

/** The public host that an address leads to, in small letters; undefined for hosts inside a cluster, IP addresses and texts that are no address. */
export function findLinkHost(address: string): string | undefined {
  const host = findHost(address)?.toLowerCase();
  return host !== undefined && publicHost.test(host) && !localDomain.test(host) ? host : undefined;
}

function findHost(address: string): string | undefined {
  if (/\s/.test(address)) return undefined;
  const scp = scpAddress.exec(address)?.[1];
  if (scp !== undefined) return scp;
  const start = scheme.exec(address)?.[0].length;
  if (start === undefined) return undefined;
  const authority = address.slice(start).split(/[/?#]/, 1)[0] ?? '';
  return authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d+$/, '');
}

/** The registry of an image reference; undefined when it names none and so comes from Docker Hub. */
export function findImageHost(image: string): string | undefined {
  const first = image.includes('/') ? (image.split('/', 1)[0] ?? '') : '';
  const host = first.replace(/:\d+$/, '').toLowerCase();
  return publicHost.test(host) && !localDomain.test(host) ? host : undefined;
}
