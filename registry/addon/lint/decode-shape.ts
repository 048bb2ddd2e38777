import { type Decoding, type DecodingFault, isNull, reportNotFinite, reportType } from '../metadata/decode-values.ts';
import type { YamlNode, YamlScalar } from '../metadata/yaml-node.ts';
import type { DecodedShape } from './application-shape.ts';

const wanted = { text: 'a text', flag: 'true or false', integer: 'a whole number' };
const maxInteger = 2n ** 63n - 1n;

/**
 * Lists the values that Kubernetes' strict-case JSON decoder refuses (sigs.k8s.io/json behind sigs.k8s.io/yaml): null fits everything,
 * unknown keys and other letter cases are skipped, and a number or a flag is no text. Every place is listed once, however many aliases name it.
 */
export function listMistyped(root: YamlNode, shape: DecodedShape): readonly DecodingFault[] {
  const faults: DecodingFault[] = [];
  const seen = new Map<DecodedShape, Set<YamlNode>>();

  const at = (node: YamlNode, path: string): Decoding => ({ node, path, faults });

  function visit(value: Decoding, wants: DecodedShape): void {
    const { node, path } = value;
    const known = seen.get(wants) ?? new Set();
    seen.set(wants, known);
    if (wants === 'any') {
      reportNotFinite(value, known);
      return;
    }
    if (isNull(node) || known.has(node)) return;
    known.add(node);
    if (typeof wants === 'string') {
      if (node.kind !== 'scalar' || !fits(node, wants)) reportType(value, wanted[wants], undefined);
    } else if ('items' in wants) {
      if (node.kind !== 'list') reportType(value, 'a list', undefined);
      else for (const [index, item] of node.items.entries()) visit(at(item, `${path}[${index}]`), wants.items);
    } else if (node.kind !== 'mapping') reportType(value, 'a mapping', undefined);
    else {
      for (const [key, item] of node.values) {
        visit(at(item, path === '' ? key : `${path}.${key}`), findShape(wants, key));
      }
    }
  }

  visit(at(root, ''), shape);
  return faults;
}

function findShape(of: Extract<DecodedShape, { fields: unknown } | { values: unknown }>, key: string): DecodedShape {
  if ('values' in of) return of.values;
  return (Object.hasOwn(of.fields, key) ? of.fields[key] : undefined) ?? 'any';
}

function fits({ value }: YamlScalar, kind: keyof typeof wanted): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'flag':
      return typeof value === 'boolean';
    case 'integer':
      if (typeof value === 'bigint') return value <= maxInteger;
      // JSON writes 1.0 as 1, so the decoder takes it.
      return typeof value === 'number' && Number.isSafeInteger(value);
  }
}
