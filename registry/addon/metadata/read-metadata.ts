import type { AddonMetadata } from '../../../schemas/addon.ts';
import type { Finding } from '../../../schemas/finding.ts';
import { defaultPackageLimits, type PackageLimits } from '../limits.ts';
import { createReadingFinding, type ReadingRuleId } from '../reading-rule.ts';
import { createEmptyMetadata, decodeMetadata } from './decode-metadata.ts';
import type { DecodingFault } from './decode-values.ts';
import { createMetadataDocument, type MetadataDocument } from './metadata-document.ts';
import { readYaml } from './read-yaml.ts';
import type { YamlFault } from './yaml-node.ts';

/** What a metadata file says, and everything that is wrong with how it says it. */
export interface MetadataReading {
  /** As the client reads it, name and version as written; undefined when the client cannot load it or a limit is broken. */
  readonly metadata: AddonMetadata | undefined;
  /** Keys with positions, also when a value keeps the client from loading it; undefined when the text is no YAML. */
  readonly document: MetadataDocument | undefined;
  readonly findings: readonly Finding[];
}

export interface ReadMetadataOptions {
  /** Names the file in findings; `metadata.yaml` unless said otherwise. */
  readonly path?: string;
  readonly limits?: PackageLimits;
  /** What an earlier file left: the client decodes all files that begin with `metadata.yaml` into one structure. */
  readonly before?: AddonMetadata;
}

/**
 * Reads the bytes of a metadata.yaml as the KubeVela client does (`pkg/addon/addon.go`, readMetadata: sigs.k8s.io/yaml
 * into `Meta`). Never throws: whatever keeps the client from loading it is an error finding with its place.
 */
export function readMetadata(bytes: Uint8Array, options: ReadMetadataOptions = {}): MetadataReading {
  const { path = 'metadata.yaml', limits = defaultPackageLimits, before } = options;
  if (bytes.length > limits.maxMetadataBytes) {
    const message = `${path} has ${bytes.length} bytes, more than ${limits.maxMetadataBytes} (limit maxMetadataBytes)`;
    return unreadable(createReadingFinding('metadata/too-large', { file: path, message }));
  }
  const text = findText(bytes);
  if (text === undefined) {
    const message = `${path} is not UTF-8 text`;
    const fix = 'Save the file as UTF-8.';
    return unreadable(createReadingFinding('metadata/syntax', { file: path, message, fix }));
  }
  const yaml = readYaml(text, limits);
  if (!yaml.ok) return unreadable(...yaml.faults.map((fault) => toYamlFinding(fault, path)));
  const document = createMetadataDocument(yaml.root);
  const metadata = before === undefined ? createEmptyMetadata() : structuredClone(before);
  const faults = decodeMetadata(yaml.root, metadata);
  const findings = faults.map((fault) => toDecodingFinding(fault, path));
  if (yaml.secondDocument !== undefined) {
    findings.push(
      createReadingFinding('metadata/several-documents', {
        file: path,
        ...yaml.secondDocument,
        message: 'a second document begins here; the client reads the first one only',
      }),
    );
  }
  if (yaml.root.kind === 'scalar' && yaml.root.value === null && before === undefined) {
    findings.push(createReadingFinding('metadata/empty', { file: path, message: `${path} is empty` }));
    return { metadata: undefined, document, findings };
  }
  if (faults.some(isFatal)) return { metadata: undefined, document, findings };
  return { metadata, document, findings: [...findings, ...findMissing(metadata, path)] };
}

function unreadable(...findings: readonly Finding[]): MetadataReading {
  return { metadata: undefined, document: undefined, findings };
}

/** The client reads UTF-8 and, with a byte-order mark, UTF-16; everything else ends its reading. */
function findText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const yamlRules: Readonly<Record<YamlFault['kind'], ReadingRuleId>> = {
  syntax: 'metadata/syntax',
  value: 'metadata/syntax',
  tab: 'metadata/tab',
  aliases: 'metadata/alias-bomb',
  limit: 'metadata/too-complex',
};

function toYamlFinding(fault: YamlFault, file: string): Finding {
  const { kind, line, column, message } = fault;
  return createReadingFinding(yamlRules[kind], { file, line, column, message });
}

const decodingRules: Readonly<Record<DecodingFault['kind'], ReadingRuleId>> = {
  'wrong-type': 'metadata/wrong-type',
  'not-finite': 'metadata/wrong-type',
  'empty-item': 'metadata/empty-dependency',
  reread: 'metadata/unquoted-scalar',
};

function toDecodingFinding(fault: DecodingFault, file: string): Finding {
  if (fault.kind === 'wrong-type' && fault.path === '') {
    const { line, column, message } = fault;
    return createReadingFinding('metadata/not-a-mapping', { file, line, column, message });
  }
  const { kind, line, column, message } = fault;
  // A name that the client reads differently ends in an Application of another name than the catalog shows.
  const severity = kind === 'reread' && fault.path.toLowerCase() === 'name' ? ({ severity: 'error' } as const) : {};
  return createReadingFinding(decodingRules[kind], {
    file,
    line,
    column,
    message,
    ...severity,
  });
}

function isFatal(fault: DecodingFault): boolean {
  return fault.kind === 'wrong-type' || fault.kind === 'not-finite';
}

function findMissing(metadata: AddonMetadata, file: string): Finding[] {
  const missing: Finding[] = [];
  if (metadata.name === '') {
    missing.push(createReadingFinding('metadata/no-name', { file, message: 'the metadata has no name' }));
  }
  if (metadata.version === '') {
    missing.push(createReadingFinding('metadata/no-version', { file, message: 'the metadata has no version' }));
  }
  return missing;
}
