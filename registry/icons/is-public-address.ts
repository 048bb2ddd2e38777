import { isIPv4, isIPv6 } from 'node:net';

/** Networks of IPv4 that no public host is in (RFC 6890 and its successors): `[first address, prefix length]`. */
const closedNetworks: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Networks inside 2000::/3 that lead elsewhere or nowhere: protocol assignments with Teredo, documentation, 6to4. */
const closedPrefixes: readonly (readonly [readonly number[], number])[] = [
  [[0x2001, 0x0000], 23],
  [[0x2001, 0x0db8], 32],
  [[0x2002, 0x0000], 16],
  [[0x3fff, 0x0000], 20],
];

/** Whether an IP address belongs to the public internet. Of IPv6 only global unicast does, so nothing that wraps an IPv4 address. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) {
    const number = toNumber(address);
    return !closedNetworks.some(([first, length]) => number >>> (32 - length) === toNumber(first) >>> (32 - length));
  }
  if (!isIPv6(address) || address.includes('%')) return false;
  const [first = 0, second = 0] = readGroups(address);
  if (first >>> 13 !== 0b001) return false;
  const start = first * 0x10000 + second;
  return !closedPrefixes.some(([[high = 0, low = 0], length]) => {
    return start >>> (32 - length) === (high * 0x10000 + low) >>> (32 - length);
  });
}

function toNumber(address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0) >>> 0;
}

/** The first two groups; a public address never begins with `::`. */
function readGroups(address: string): readonly number[] {
  const [head = ''] = address.split('::');
  const groups = head.split(':').map((group) => Number.parseInt(group === '' ? '0' : group, 16));
  return [...groups, 0, 0].slice(0, 2);
}
