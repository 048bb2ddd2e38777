import { Type } from 'typebox';

const textMap = (description: string) => Type.Record(Type.String(), Type.String(), { description });

/** metadata.yaml as an author writes it (`pkg/addon/type.go`, Meta): what editors complete and check. What the client makes of it is `addonMetadataSchema`. */
export const metadataFileSchema = Type.Object(
  {
    name: Type.String({
      pattern: '^[a-z\\d]+(-[a-z\\d]+)*$',
      description: 'name of the addon; the Application is called addon-<name>',
    }),
    version: Type.String({
      minLength: 1,
      description: 'semantic version, without a leading v and without build metadata; raised with every change',
    }),
    description: Type.String({ description: 'one sentence that lists show' }),
    icon: Type.Optional(Type.String({ format: 'uri', description: 'address of an image that does not move' })),
    url: Type.Optional(Type.String({ format: 'uri', description: 'home page of what the addon installs' })),
    tags: Type.Optional(Type.Array(Type.String())),
    dependencies: Type.Optional(
      Type.Array(
        Type.Object(
          {
            name: Type.String({ minLength: 1, description: 'name of another addon' }),
            version: Type.Optional(Type.String({ description: 'constraint, such as >=1.2.0; absent = any' })),
          },
          { additionalProperties: false },
        ),
        { description: 'addons that must be enabled first; the client installs only the first missing one' },
      ),
    ),
    system: Type.Optional(
      Type.Object(
        {
          vela: Type.Optional(Type.String({ description: 'constraint on KubeVela, such as >=v1.9.0' })),
          kubernetes: Type.Optional(Type.String({ description: 'constraint on Kubernetes, such as >=1.22.0-0' })),
        },
        { additionalProperties: false },
      ),
    ),
    needNamespace: Type.Optional(Type.Array(Type.String(), { description: 'namespaces to create' })),
    invisible: Type.Optional(
      Type.Boolean({ description: 'hides the addon in VelaUX; the command line does not read it' }),
    ),
    deployTo: Type.Optional(
      Type.Object(
        {
          disableControlPlane: Type.Optional(Type.Boolean()),
          runtimeCluster: Type.Optional(
            Type.Boolean({ description: 'with a YAML template or none: deploy to all clusters too' }),
          ),
        },
        { additionalProperties: false },
      ),
    ),
    uxPlugins: Type.Optional(textMap('VelaUX plugins: id to address of a .tar.gz')),
    annotations: Type.Optional(textMap('free, reachable as context.metadata.annotations')),
  },
  { $id: 'AddonMetadataFile', title: 'metadata.yaml of a KubeVela addon', additionalProperties: false },
);
