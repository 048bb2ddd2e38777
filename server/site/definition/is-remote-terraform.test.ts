import { describe, expect, it } from 'vitest';
import type { DefinitionDocument } from '../../../schemas/definition.ts';
import { isRemoteTerraform } from './is-remote-terraform.ts';

describe('isRemoteTerraform', () => {
  it.each<[string, Pick<DefinitionDocument, 'schematic' | 'object'>, boolean]>([
    ['remote', { schematic: 'terraform', object: { spec: { schematic: { terraform: { type: 'remote' } } } } }, true],
    [
      'HCL in place',
      { schematic: 'terraform', object: { spec: { schematic: { terraform: { type: 'hcl' } } } } },
      false,
    ],
    ['no type', { schematic: 'terraform', object: { spec: { schematic: { terraform: {} } } } }, false],
    ['no object', { schematic: 'terraform', object: null }, false],
    ['CUE', { schematic: 'cue', object: { spec: { schematic: { terraform: { type: 'remote' } } } } }, false],
  ])('%s', (_name, part, expected) => {
    const document: DefinitionDocument = {
      kind: 'component',
      name: 'a',
      file: 'definitions/a.yaml',
      form: 'yaml',
      apiVersion: 'core.oam.dev/v1beta1',
      description: '',
      deprecated: false,
      appliesTo: [],
      conflictsWith: [],
      imports: [],
      digest: '',
      parameters: [],
      ...part,
    };
    expect(isRemoteTerraform(document)).toBe(expected);
  });
});
