import { describe, expect, it } from 'vitest';
import { lintAddon } from '../lint-addon.ts';
import { addonOf } from '../test-support/lint-input.ts';

function report(text: string): string[] {
  const files = [
    { file: 'template.cue', text: undefined },
    { file: 'template.yaml', text: `kind: Application\n${text}\n` },
  ];
  return lintAddon(addonOf(files)).map(({ rule, line, column, message }) => {
    return `${rule} ${line}:${column} ${message.replace('The client cannot decode the file: ', '')}`;
  });
}

describe('an Application that the client decodes', () => {
  it.each([
    ['nothing but a kind', ''],
    ['null in every place', 'metadata:\nspec: {components: ~, policies: null, workflow: }\nstatus: ~'],
    ['null elements', 'spec: {components: [~], workflow: {steps: [null]}}'],
    ['an empty list and an empty mapping', 'metadata: {}\nspec: {components: [], workflow: {}}'],
    ['unknown keys', 'data: [1]\nspec: {colour: 1, constructor: 1, toString: [a]}'],
    ['another letter case, which is another key', 'Spec: 1\nmetadata: {Labels: [a]}'],
    ['anything as properties', 'spec: {components: [{properties: 1}, {properties: [a]}, {properties: {a: 1.5}}]}'],
    ['quoted numbers', 'metadata: {labels: {a: "1", b: "true"}}'],
    ['dates, which are texts', 'metadata: {creationTimestamp: 2024-01-01T00:00:00Z}'],
    ['whole numbers', 'metadata: {generation: 2.0, deletionGracePeriodSeconds: -1}'],
    ['a wrong value that a later key of the same name replaces', 'spec: 1\nspec: {components: []}'],
    ['a merge', 'x: &x {kind: A}\n<<: *x'],
  ])('%s', (_, text) => {
    expect(report(text)).toEqual([]);
  });
});

describe('an Application that the client cannot decode', () => {
  it.each([
    ['spec: x', '2:7 spec must be a mapping, this is a text'],
    ['spec: []', '2:7 spec must be a mapping, this is a list'],
    ['status: ready', '2:9 status must be a mapping, this is a text'],
    ['apiVersion: 1', '2:13 apiVersion must be a text, this is the number 1'],
    ['metadata: {name: 1}', '2:18 metadata.name must be a text, this is the number 1'],
    ['metadata: {labels: [a]}', '2:20 metadata.labels must be a mapping, this is a list'],
    ['metadata: {labels: {a: yes}}', '2:24 metadata.labels.a must be a text, this is the flag true'],
    ['metadata: {annotations: {a: [b]}}', '2:29 metadata.annotations.a must be a text, this is a list'],
    ['metadata: {generation: 1.5}', '2:24 metadata.generation must be a whole number, this is the number 1.5'],
    [
      'metadata: {generation: 9223372036854775808}',
      '2:24 metadata.generation must be a whole number, this is the number 9223372036854775808',
    ],
    ['metadata: {finalizers: a}', '2:24 metadata.finalizers must be a list, this is a text'],
    [
      'metadata: {ownerReferences: [{controller: "true"}]}',
      '2:43 metadata.ownerReferences[0].controller must be true or false, this is a text',
    ],
    ['spec: {components: {}}', '2:20 spec.components must be a list, this is a mapping'],
    ['spec: {components: [a]}', '2:21 spec.components[0] must be a mapping, this is a text'],
    ['spec: {components: [{name: [a]}]}', '2:28 spec.components[0].name must be a text, this is a list'],
    ['spec: {components: [{dependsOn: x}]}', '2:33 spec.components[0].dependsOn must be a list, this is a text'],
    [
      'spec: {components: [{dependsOn: [1]}]}',
      '2:34 spec.components[0].dependsOn[0] must be a text, this is the number 1',
    ],
    ['spec: {components: [{inputs: {from: a}}]}', '2:30 spec.components[0].inputs must be a list, this is a mapping'],
    [
      'spec: {components: [{traits: [{type: 1}]}]}',
      '2:38 spec.components[0].traits[0].type must be a text, this is the number 1',
    ],
    ['spec: {components: [{scopes: a}]}', '2:30 spec.components[0].scopes must be a mapping, this is a text'],
    ['spec: {policies: none}', '2:18 spec.policies must be a list, this is a text'],
    ['spec: {workflow: [{type: a}]}', '2:18 spec.workflow must be a mapping, this is a list'],
    ['spec: {workflow: {mode: DAG}}', '2:25 spec.workflow.mode must be a mapping, this is a text'],
    [
      'spec: {workflow: {steps: [{timeout: 5}]}}',
      '2:37 spec.workflow.steps[0].timeout must be a text, this is the number 5',
    ],
    ['spec: {workflow: {steps: [{if: true}]}}', '2:32 spec.workflow.steps[0].if must be a text, this is the flag true'],
    [
      'spec: {workflow: {steps: [{subSteps: a}]}}',
      '2:38 spec.workflow.steps[0].subSteps must be a list, this is a text',
    ],
    ['data: {a: [.nan]}', '2:12 data holds .nan, which the client cannot carry'],
  ])('%s', (text, expected) => {
    expect(report(text)).toEqual([`package/mistyped-template ${expected}.`]);
  });

  it('names a place once, however many aliases lead there', () => {
    const aliases = Array.from({ length: 50 }, () => '*a').join(', ');
    expect(report(`x: &a {name: 1}\nspec: {components: [${aliases}]}`)).toHaveLength(1);
  });
});
