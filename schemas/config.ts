import { type Static, Type } from 'typebox';
import { releaseLineSchema } from './release-line.ts';

const secretSchema = Type.Union(
  [
    Type.Object({ env: Type.String({ minLength: 1 }) }, { additionalProperties: false }),
    Type.Object({ file: Type.String({ minLength: 1 }) }, { additionalProperties: false }),
  ],
  { description: 'a secret by reference: { env: NAME } or { file: PATH }' },
);

// `patternErrorMessage` is what editors show, and what the program says itself.
const name = {
  pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$',
  patternErrorMessage: 'must be 1 to 63 lower-case letters, digits and "-", with no "-" at either end',
};
const every = {
  pattern: '^[1-9][0-9]{0,5}(s|m|h|d)$',
  patternErrorMessage: 'must be a whole number with a unit, such as 30s, 5m, 12h or 1d',
};

/** A Git repository whose whole history is followed. */
export const gitSourceSchema = Type.Object(
  {
    type: Type.Literal('git'),
    name: Type.Optional(Type.String({ ...name, description: 'default: derived from the URL' })),
    url: Type.String({ minLength: 1, description: 'https, ssh, http, git or file URL, or a local path or bundle' }),
    branch: Type.Optional(Type.String({ minLength: 1, description: 'default: the branch that HEAD names' })),
    tags: Type.Optional(
      Type.String({ minLength: 1, description: 'follow tags that match this glob instead of a branch' }),
    ),
    path: Type.Optional(
      Type.String({
        description: 'folder that holds addon folders; "." = the repository root is one addon. Default: addons',
      }),
    ),
    every: Type.Optional(Type.String({ ...every, description: 'how often to look for news; default 5m' })),
    adopted: Type.Optional(
      Type.String({
        pattern: '^[0-9a-f]{40}([0-9a-f]{24})?$',
        patternErrorMessage: 'must be a whole commit id: 40 hexadecimal digits in lower case',
        description: 'the commit at which the catalog began to follow',
      }),
    ),
    auth: Type.Optional(
      Type.Object(
        {
          username: Type.Optional(Type.String()),
          password: Type.Optional(secretSchema),
          sshKey: Type.Optional(Type.Object({ file: Type.String({ minLength: 1 }) }, { additionalProperties: false })),
        },
        { additionalProperties: false },
      ),
    ),
    caBundle: Type.Optional(
      Type.String({ minLength: 1, description: 'PEM file with the certificate authorities to trust' }),
    ),
    proxy: Type.Optional(Type.String({ minLength: 1 })),
  },
  { additionalProperties: false },
);

/** A folder of addons on this machine. */
export const localSourceSchema = Type.Object(
  {
    type: Type.Literal('local'),
    name: Type.Optional(Type.String(name)),
    path: Type.String({
      minLength: 1,
      description: 'folder that holds addon folders, relative to the configuration file',
    }),
    sealed: Type.Optional(
      Type.Boolean({ description: 'true: a version keeps its first content; default false: edits are served' }),
    ),
    every: Type.Optional(Type.String({ ...every, description: 'how often to look for edits; default 10s' })),
  },
  { additionalProperties: false },
);

const embeddedSearchSchema = Type.Object({ kind: Type.Literal('embedded') }, { additionalProperties: false });

/** A Meilisearch server that keeps the search index. */
export const meilisearchSchema = Type.Object(
  {
    kind: Type.Literal('meilisearch'),
    url: Type.String({
      pattern: '^https?://[^?#@\\s]+$',
      patternErrorMessage: 'must be an http or https URL without a user, a query and a fragment',
      description: 'of the Meilisearch server',
    }),
    key: Type.Optional(secretSchema),
    index: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z0-9_-]{1,100}$',
        patternErrorMessage: 'must be 1 to 100 letters, digits, "-" and "_"',
        description: 'name of this installation among those that share the server; default: chandlery',
      }),
    ),
  },
  { additionalProperties: false },
);

/** How much the server logs. */
export const logLevelSchema = Type.Enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'], {
  description: 'what the server logs; default info, or warn when it runs on a terminal',
});

/** chandlery.yaml. */
export const configSchema = Type.Object(
  {
    publicUrl: Type.Optional(
      Type.String({
        pattern: '^https?://[^?#\\s]+$',
        patternErrorMessage: 'must be an http or https URL without a query and a fragment',
        description: 'how the outside reaches this server; may carry a path',
      }),
    ),
    host: Type.Optional(Type.String({ minLength: 1 })),
    port: Type.Optional(Type.Integer({ minimum: 0, maximum: 65535 })),
    data: Type.Optional(Type.String({ minLength: 1, description: 'folder of state' })),
    logLevel: Type.Optional(logLevelSchema),
    catalogs: Type.Optional(
      Type.Array(
        Type.Object(
          {
            name: Type.String(name),
            title: Type.Optional(Type.String()),
            dependsOn: Type.Optional(
              Type.Array(Type.String({ minLength: 1 }), {
                uniqueItems: true,
                description: 'catalogs that dependencies of its addons may come from after itself, in order',
              }),
            ),
            sources: Type.Optional(Type.Array(Type.Union([gitSourceSchema, localSourceSchema]))),
            union: Type.Optional(
              Type.Array(Type.String({ minLength: 1 }), {
                minItems: 1,
                uniqueItems: true,
                description: 'instead of sources: catalogs that are served as one; the first that has an addon wins',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        { minItems: 1 },
      ),
    ),
    admin: Type.Optional(Type.Object({ token: secretSchema }, { additionalProperties: false })),
    locks: Type.Optional(
      Type.Object(
        {
          open: Type.Optional(
            Type.Boolean({
              description:
                'false: only the administrator may keep locks here; default true: everybody, so many a minute',
            }),
          ),
        },
        { additionalProperties: false },
      ),
    ),
    icons: Type.Optional(
      Type.Object(
        {
          enabled: Type.Optional(
            Type.Boolean({
              description:
                'false: icons of addons that lie elsewhere are not fetched; default true: this server fetches each once',
            }),
          ),
          allowPrivate: Type.Optional(
            Type.Boolean({
              description:
                'true: icons may lie on hosts of the own network, at any port; default false: on public hosts alone',
            }),
          ),
        },
        { additionalProperties: false },
      ),
    ),
    engines: Type.Optional(
      Type.Array(releaseLineSchema, {
        minItems: 1,
        uniqueItems: true,
        description:
          'the KubeVela release lines that addons are evaluated for, quoted: "1.10" is not 1.1; default: all',
      }),
    ),
    storage: Type.Optional(Type.Object({ kind: Type.Literal('embedded') }, { additionalProperties: false })),
    search: Type.Optional(Type.Union([embeddedSearchSchema, meilisearchSchema])),
  },
  { $id: 'ChandleryConfig', title: 'chandlery.yaml', additionalProperties: false },
);

export type GitSourceConfig = Static<typeof gitSourceSchema>;
export type LocalSourceConfig = Static<typeof localSourceSchema>;
export type Config = Static<typeof configSchema>;
export type SecretReference = Static<typeof secretSchema>;
export type LogLevel = Static<typeof logLevelSchema>;
