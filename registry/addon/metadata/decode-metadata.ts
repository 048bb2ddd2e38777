import type { AddonMetadata, Dependency } from '../../../schemas/addon.ts';
import {
  type Decoding,
  type DecodingFault,
  decodeFlag,
  decodeItems,
  decodeKeys,
  decodeText,
  decodeTextMap,
  decodeTexts,
  decodeWrittenText,
  isNull,
  type KeyDecoders,
} from './decode-values.ts';
import { metadataKeys } from './metadata-keys.ts';
import type { YamlNode } from './yaml-node.ts';

type RootKey = (typeof metadataKeys.root)[number];
type DeployTo = NonNullable<AddonMetadata['deployTo']>;
type Requirements = NonNullable<AddonMetadata['system']>;

const dependencyDecoders: KeyDecoders<Dependency, (typeof metadataKeys.dependencies)[number]> = {
  name: (dependency, value) => {
    dependency.name = decodeText(value, dependency.name);
  },
  version: (dependency, value) => {
    dependency.version = decodeText(value, dependency.version ?? '');
  },
};

const deployToDecoders: KeyDecoders<DeployTo, (typeof metadataKeys.deployTo)[number]> = {
  runtime_cluster: (deployTo, value) => {
    deployTo.legacyRuntimeCluster = decodeFlag(value, deployTo.legacyRuntimeCluster ?? false);
  },
  disableControlPlane: (deployTo, value) => {
    deployTo.disableControlPlane = decodeFlag(value, deployTo.disableControlPlane);
  },
  runtimeCluster: (deployTo, value) => {
    deployTo.runtimeCluster = decodeFlag(value, deployTo.runtimeCluster);
  },
};

const systemDecoders: KeyDecoders<Requirements, (typeof metadataKeys.system)[number]> = {
  vela: (system, value) => {
    system.vela = decodeText(value, system.vela ?? '');
  },
  kubernetes: (system, value) => {
    system.kubernetes = decodeText(value, system.kubernetes ?? '');
  },
};

const rootDecoders: KeyDecoders<AddonMetadata, RootKey> = {
  name: (metadata, value) => {
    metadata.name = decodeWrittenText(value, metadata.name);
  },
  version: (metadata, value) => {
    metadata.version = decodeWrittenText(value, metadata.version);
  },
  description: (metadata, value) => {
    metadata.description = decodeText(value, metadata.description);
  },
  icon: (metadata, value) => {
    metadata.icon = decodeText(value, metadata.icon ?? '');
  },
  url: (metadata, value) => {
    metadata.url = decodeText(value, metadata.url ?? '');
  },
  tags: (metadata, value) => {
    metadata.tags = decodeTexts(value);
  },
  uxPlugins: (metadata, value) => {
    metadata.uxPlugins = decodeTextMap(value, metadata.uxPlugins);
  },
  deployTo: (metadata, value) => {
    if (isNull(value.node)) {
      delete metadata.deployTo;
      return;
    }
    const target = metadata.deployTo ?? { disableControlPlane: false, runtimeCluster: false };
    decodeKeys(value, metadataKeys.deployTo, { target, decoders: deployToDecoders });
    metadata.deployTo = target;
  },
  dependencies: (metadata, value) => {
    metadata.dependencies = decodeItems(value, 'a list of mappings with name and version', decodeDependency);
  },
  needNamespace: (metadata, value) => {
    metadata.needNamespace = decodeTexts(value);
  },
  invisible: (metadata, value) => {
    metadata.invisible = decodeFlag(value, metadata.invisible);
  },
  system: (metadata, value) => {
    if (isNull(value.node)) {
      delete metadata.system;
      return;
    }
    const target = metadata.system ?? {};
    decodeKeys(value, metadataKeys.system, { target, decoders: systemDecoders });
    metadata.system = target;
  },
  annotations: (metadata, value) => {
    metadata.annotations = decodeTextMap(value, metadata.annotations);
  },
};

/** What the client starts from: its structure with nothing in it. */
export function createEmptyMetadata(): AddonMetadata {
  return { name: '', version: '', description: '', tags: [], dependencies: [], needNamespace: [], invisible: false };
}

/**
 * Decodes a document into metadata as the client does (Go's encoding/json into `Meta`): unknown keys skipped, letter case
 * ignored, null keeping texts and flags and clearing the rest. Name and version stay as written. The target is what
 * earlier files left, because the client decodes every file whose name begins with `metadata.yaml` into one structure.
 */
export function decodeMetadata(root: YamlNode, target: AddonMetadata): readonly DecodingFault[] {
  const faults: DecodingFault[] = [];
  if (!isNull(root)) {
    decodeKeys({ node: root, path: '', faults }, metadataKeys.root, { target, decoders: rootDecoders });
  }
  return faults;
}

function decodeDependency(value: Decoding): Dependency {
  const dependency: Dependency = { name: '' };
  if (isNull(value.node)) {
    const { line, column } = value.node;
    const message = `${value.path} is empty; the client ends with a crash when it looks at it`;
    value.faults.push({ kind: 'empty-item', line, column, path: value.path, message });
    return dependency;
  }
  decodeKeys(value, metadataKeys.dependencies, { target: dependency, decoders: dependencyDecoders });
  return dependency;
}
