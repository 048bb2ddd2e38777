import type { AddonMetadata } from '../../schemas/addon.ts';

/**
 * Writes the Chart.yaml that Helm, helm-push and `vela addon push` want, from the metadata as `vela addon package` does
 * (`pkg/addon/utils.go`, chart metadata): keys sorted, empty ones left out, every text in double quotes so that no
 * YAML reader takes a version for a number or a name for a flag.
 */
export function toChartYaml(metadata: AddonMetadata): string {
  const { name, version, description, icon, url, tags, system } = metadata;
  const annotations = {
    'addon.name': name,
    'system.kubernetes': system?.kubernetes,
    'system.vela': system?.vela,
  };
  return [
    'annotations:\n',
    ...Object.entries(annotations).map(([key, value]) => toLine(`  ${key}`, value)),
    toLine('apiVersion', 'v2'),
    toLine('appVersion', version),
    toLine('description', description),
    toLine('home', url),
    toLine('icon', icon),
    tags.length === 0 ? '' : `keywords:\n${tags.map((tag) => `- ${toQuoted(tag)}\n`).join('')}`,
    toLine('name', name),
    // A library chart cannot be installed by Helm alone, which would do the wrong thing with an addon.
    toLine('type', 'library'),
    toLine('version', version),
  ].join('');
}

function toLine(key: string, value: string | undefined): string {
  return value === undefined || value === '' ? '' : `${key}: ${toQuoted(value)}\n`;
}

/** JSON's quoting is YAML's, but YAML 1.1 readers refuse some characters that JSON leaves as they are. */
function toQuoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
