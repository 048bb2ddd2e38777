import { describe, expect, test } from 'vitest';
import { findHost, parseGitLocation } from './git-location.ts';

describe('where a repository is', () => {
  test.each([
    ['https://github.com/kubevela/catalog', 'https', 'https://github.com/kubevela/catalog', 'https://github.com'],
    ['HTTPS://host/x', 'https', 'HTTPS://host/x', 'https://host'],
    ['http://host:8080/x.git', 'http', 'http://host:8080/x.git', 'http://host:8080'],
    ['ssh://git@host:22/x.git', 'ssh', 'ssh://git@host:22/x.git', undefined],
    ['git@github.com:kubevela/catalog.git', 'ssh', 'git@github.com:kubevela/catalog.git', undefined],
    ['host:x.git', 'ssh', 'host:x.git', undefined],
    ['git://host/x', 'git', 'git://host/x', undefined],
    ['file:///srv/x.git', 'file', 'file:///srv/x.git', undefined],
    ['/srv/x.git', 'file', '/srv/x.git', undefined],
    ['./x.bundle', 'file', '/etc/chandlery/x.bundle', undefined],
    ['../x', 'file', '/etc/x', undefined],
    ['./odd:name', 'file', '/etc/chandlery/odd:name', undefined],
  ])('%s', (url, protocol, address, origin) => {
    expect(parseGitLocation(url, '/etc/chandlery')).toMatchObject({ protocol, address, origin });
  });

  test.each([
    ['', 'is empty'],
    [' https://host/x', 'spaces around'],
    ['https://host/x\n--upload-pack=id', 'line break'],
    ['https://host/\0', 'line break'],
    ['--upload-pack=touch /tmp/x', 'starts with "-"'],
    ['-oProxyCommand=id', 'starts with "-"'],
    ['ext::sh -c id', 'remote helper'],
    ['fd::3', 'remote helper'],
    ['transport.helper::x', 'remote helper'],
    ['ssh://-oProxyCommand=id/x', '-'],
    ['ssh://-oProxyCommand=id@host/x', 'starts with "-"'],
    ['ssh://host/-x', 'path that starts with "-"'],
    ['-oProxyCommand=id@host:x', 'starts with "-"'],
    ['git@-oProxyCommand=id:x', 'starts with "-"'],
    ['git@host:-x', 'starts with "-"'],
    ['git@host:', 'names no repository'],
    ['ftp://host/x', 'none of https, http, ssh, git and file'],
    ['ssh+git://host/x', 'none of https, http, ssh, git and file'],
    ['https:///x', '-'],
    ['http://[::1', 'is not a URL'],
  ])('%j is refused', (url, reason) => {
    const parse = (): unknown => parseGitLocation(url, '/');
    expect(parse).toThrow(reason === '-' ? 'the URL' : reason);
    expect(parse).toThrow(expect.objectContaining({ code: 'SOURCE_INVALID' }));
  });

  test.each(['https://u:canary@host/x', 'https://u:can@ry@host/x', 'ssh://u:canary@host/x', 'https://canary@host/x'])(
    'a secret in %s is refused and not repeated',
    (url) => {
      const parse = (): unknown => parseGitLocation(url, '/');
      expect(parse).toThrow(/auth/);
      expect(parse).not.toThrow(/canary|can@ry/);
    },
  );
});

test.each([
  ['https://bot@Host:8443/x', 'host:8443'],
  ['https://host/x', 'host'],
  ['ssh://git@host/x', 'host'],
  ['git@host:team/x.git', 'host'],
  ['file:///srv/x.git', undefined],
  ['./x.git', undefined],
])('%s is on host %s', (url, host) => {
  expect(findHost(url)).toBe(host);
});
