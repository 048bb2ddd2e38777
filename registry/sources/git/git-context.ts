import type { GitLocation } from './git-location.ts';
import type { GitContext } from './run-git.ts';

export interface GitContextOptions {
  readonly location: GitLocation;
  readonly gitDir: string;
  /** An existing folder that Git runs in; `known_hosts` is kept here. */
  readonly folder: string;
  /** A file of Git configuration that trusts repositories of other users; used for paths only. */
  readonly trustFile: string;
  /** The environment of the server; of it only the search path, the ssh agent, proxies and certificates are taken over. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly sshKeyFile: string | undefined;
  readonly caBundleFile: string | undefined;
  readonly proxy: string | undefined;
  /** Seconds at less than 1 000 bytes a second after which an http transfer ends. */
  readonly lowSpeedSeconds: number;
}

const inherited = ['PATH', 'SSH_AUTH_SOCK', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'SYSTEMROOT', 'TMPDIR'];
const proxyVariables = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'].flatMap((name) => [
  name,
  name.toUpperCase(),
]);

const settings = [
  'protocol.ext.allow=never',
  'core.hooksPath=/dev/null',
  'core.askPass=',
  'core.fsmonitor=false',
  'credential.helper=',
  'gc.auto=0',
  'maintenance.auto=false',
  'submodule.recurse=false',
  'transfer.bundleURI=false',
  // Windows into packs, within the memory that a process may use.
  'core.packedGitLimit=512m',
  'core.packedGitWindowSize=32m',
  'pack.threads=2',
  // One small pack per fetch instead of a file per object.
  'fetch.unpackLimit=1',
  // Objects are data here and never a checkout, so what fsck guards against cannot happen; old catalogs often fail its pedantic
  // checks. Hashes and connectivity are verified all the same.
  'transfer.fsckObjects=false',
  // Only the first request may be redirected, and `listRemote` refuses another host.
  'http.followRedirects=initial',
  'http.lowSpeedLimit=1000',
];

/**
 * Fences Git in: only the protocol of the configured URL, no configuration but ours, no prompt, no hooks, no askpass.
 * Secrets travel in the environment of the process and never in arguments or URLs; a password is offered to one origin only.
 */
export function createGitContext(options: GitContextOptions): GitContext {
  const { location } = options;
  const config = [...settings, `http.lowSpeedTime=${options.lowSpeedSeconds}`];
  if (options.caBundleFile !== undefined) config.push(`http.sslCAInfo=${options.caBundleFile}`);
  const environment: Record<string, string> = {
    ...pick(options.environment, inherited),
    ...(options.proxy === undefined ? pick(options.environment, proxyVariables) : toProxyVariables(options.proxy)),
    HOME: options.folder,
    LC_ALL: 'C',
    // Reserved and never used memory counts against the limit too, and grows with the processors of a machine.
    MALLOC_ARENA_MAX: '2',
    GIT_ALLOW_PROTOCOL: toAllowedProtocols(location),
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    // Only a file survives into the other end of a local transport, where Git asks whom a repository belongs to.
    GIT_CONFIG_GLOBAL: location.protocol === 'file' ? options.trustFile : '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_SSH_VARIANT: 'ssh',
    GIT_SSH_COMMAND: toSshCommand(options),
  };
  if (location.origin !== undefined && options.password !== undefined) {
    config.push(`credential.${location.origin}.helper=${credentialHelper}`);
    environment['CHANDLERY_GIT_USERNAME'] = options.username ?? 'git';
    environment['CHANDLERY_GIT_PASSWORD'] = options.password;
  }
  return {
    gitDir: options.gitDir,
    folder: options.folder,
    options: config.flatMap((setting) => ['-c', setting]),
    environment,
  };
}

const credentialHelper =
  '!f() { test "$1" = get && printf \'username=%s\\npassword=%s\\n\' "$CHANDLERY_GIT_USERNAME" "$CHANDLERY_GIT_PASSWORD"; }; f';

function toAllowedProtocols({ protocol }: GitLocation): string {
  return protocol === 'http' ? 'http:https' : protocol;
}

/** Trust on first use, kept beside the mirrors: a host key that changes later is refused, and nobody is asked. */
function toSshCommand({ folder, sshKeyFile }: GitContextOptions): string {
  const options = [
    'BatchMode=yes',
    'ConnectTimeout=10',
    'ServerAliveInterval=10',
    'ServerAliveCountMax=3',
    'StrictHostKeyChecking=accept-new',
    `UserKnownHostsFile="${escapePercent(folder)}/known_hosts"`,
    'ForwardAgent=no',
    'ClearAllForwardings=yes',
    'PermitLocalCommand=no',
    ...(sshKeyFile === undefined ? [] : ['IdentitiesOnly=yes', `IdentityFile="${escapePercent(sshKeyFile)}"`]),
  ];
  return ['ssh', '-F', '/dev/null', ...options.flatMap((option) => ['-o', quoteForShell(option)])].join(' ');
}

/** ssh expands `%` in paths. */
function escapePercent(path: string): string {
  return path.replaceAll('%', '%%');
}

function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function toProxyVariables(proxy: string): Record<string, string> {
  return { http_proxy: proxy, https_proxy: proxy, HTTPS_PROXY: proxy, all_proxy: proxy, ALL_PROXY: proxy };
}

function pick(
  environment: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
