import { describe, expect, test } from 'vitest';
import { createGitContext, type GitContextOptions } from './git-context.ts';
import { parseGitLocation } from './git-location.ts';

function create(url: string, options: Partial<GitContextOptions> = {}) {
  return createGitContext({
    location: parseGitLocation(url, '/'),
    gitDir: '/data/mirrors/x',
    folder: '/data/mirrors',
    trustFile: '/data/mirrors/trust.gitconfig',
    environment: {
      PATH: '/bin',
      HOME: '/root',
      GIT_DIR: '/evil',
      GIT_ASKPASS: '/evil',
      HTTPS_PROXY: 'http://p',
      LD_PRELOAD: '/evil',
    },
    username: undefined,
    password: undefined,
    sshKeyFile: undefined,
    caBundleFile: undefined,
    proxy: undefined,
    lowSpeedSeconds: 30,
    ...options,
  });
}

describe('the fence around Git', () => {
  test.each([
    ['https://host/x', 'https'],
    ['http://host/x', 'http:https'],
    ['git@host:x', 'ssh'],
    ['git://host/x', 'git'],
    ['/srv/x', 'file'],
  ])('%s allows %s only', (url, protocols) => {
    expect(create(url).environment['GIT_ALLOW_PROTOCOL']).toBe(protocols);
  });

  test('nothing of the environment gets in but what is named', () => {
    const { environment, options } = create('https://host/x');
    expect(Object.keys(environment).toSorted()).toEqual([
      'GIT_ALLOW_PROTOCOL',
      'GIT_ATTR_NOSYSTEM',
      'GIT_CONFIG_GLOBAL',
      'GIT_CONFIG_NOSYSTEM',
      'GIT_NO_REPLACE_OBJECTS',
      'GIT_OPTIONAL_LOCKS',
      'GIT_SSH_COMMAND',
      'GIT_SSH_VARIANT',
      'GIT_TERMINAL_PROMPT',
      'HOME',
      'HTTPS_PROXY',
      'LC_ALL',
      'MALLOC_ARENA_MAX',
      'PATH',
    ]);
    expect(environment).toMatchObject({
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
      HOME: '/data/mirrors',
    });
    for (const setting of ['protocol.ext.allow=never', 'core.hooksPath=/dev/null', 'http.followRedirects=initial']) {
      expect(options[options.indexOf(setting) - 1]).toBe('-c');
    }
  });

  test('a password is offered to the configured origin only, and stands in no argument', () => {
    const { environment, options } = create('https://host:8443/x', { username: 'bot', password: 'canary' });
    expect(environment['CHANDLERY_GIT_PASSWORD']).toBe('canary');
    expect(options.join(' ')).not.toContain('canary');
    expect(options.filter((option) => option.startsWith('credential.')).map((option) => option.split('=')[0])).toEqual([
      'credential.helper',
      'credential.https://host:8443.helper',
    ]);
    expect(create('git@host:x', { password: 'canary' }).environment).not.toHaveProperty('CHANDLERY_GIT_PASSWORD');
  });

  test('a proxy of the source replaces those of the environment', () => {
    const { environment, options } = create('https://host/x', { proxy: 'http://u:canary@proxy:3128' });
    expect(environment).toMatchObject({
      https_proxy: 'http://u:canary@proxy:3128',
      HTTPS_PROXY: 'http://u:canary@proxy:3128',
    });
    expect(options.join(' ')).not.toContain('canary');
  });

  test('ssh asks nobody, keeps host keys of its own, and is quoted for the shell', () => {
    const command = create('git@host:x', { sshKeyFile: "/keys/it's 100%" }).environment['GIT_SSH_COMMAND'] ?? '';
    expect(command).toContain("-F /dev/null -o 'BatchMode=yes'");
    expect(command).toContain(`'UserKnownHostsFile="/data/mirrors/known_hosts"'`);
    expect(command).toContain(`'IdentityFile="/keys/it'\\''s 100%%"'`);
    expect(command).toContain("'IdentitiesOnly=yes'");
    expect(create('git@host:x').environment['GIT_SSH_COMMAND']).not.toContain('IdentitiesOnly');
  });
});
