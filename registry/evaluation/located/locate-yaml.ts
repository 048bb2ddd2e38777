import type { YamlNode } from '../../addon/metadata/yaml-node.ts';
import type { LocatedValue } from './located-value.ts';

/** Turns YAML into a located value; an alias stands for what it names. The reader has bounded depth and aliases. */
export function locateYaml(file: string, node: YamlNode): LocatedValue {
  const place = { file, line: node.line, column: node.column };
  switch (node.kind) {
    case 'list':
      return { kind: 'list', place, items: node.items.map((item) => locateYaml(file, item)) };
    case 'mapping': {
      const entries = node.entries
        .filter(({ overridden }) => !overridden)
        .map(({ key, position, value }) => ({ key, place: { file, ...position }, value: locateYaml(file, value) }));
      return { kind: 'object', place, entries };
    }
    case 'scalar': {
      const { value } = node;
      if (typeof value === 'bigint') return { kind: 'scalar', place, value: Number(value) };
      return { kind: 'scalar', place, value };
    }
  }
}
