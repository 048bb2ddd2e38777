import { describe, expect, it } from 'vitest';
import { createLintSubject } from '../../addon/lint/lint-subject.ts';
import { noParseCache } from '../../addon/lint/parse-cache.ts';
import { addonOf } from '../../addon/lint/test-support/lint-input.ts';
import { listTextDocuments } from '../located/list-text-documents.ts';
import { locateRendered } from '../located/locate-rendered.ts';
import { findUses } from './find-uses.ts';

function usesOf(file: string, text: string) {
  const subject = createLintSubject(addonOf([{ file, text }]), noParseCache);
  return findUses(listTextDocuments(subject), '1.10').map(
    ({ kind, name, line, column }) => `${kind}/${name} @${line}:${column}`,
  );
}

const application = {
  kind: 'Application',
  apiVersion: 'core.oam.dev/v1beta1',
  spec: { components: [{ name: 'a', type: 'webservice@v2', traits: [{ type: 'scaler' }] }] },
};

describe('what text uses', () => {
  it.each([
    [
      'an Application in YAML',
      'template.yaml',
      'apiVersion: core.oam.dev/v1beta1\nkind: Application\nspec:\n  components:\n  - name: a\n    type: helm\n    traits:\n    - type: scaler\n  policies:\n  - {name: p, type: topology}\n  workflow:\n    steps:\n    - type: step-group\n      subSteps:\n      - type: deploy\n',
      [
        'component/helm @6:5',
        'trait/scaler @8:7',
        'policy/topology @10:15',
        'workflow-step/step-group @13:7',
        'workflow-step/deploy @15:9',
      ],
    ],
    [
      'a component of its own',
      'resources/a.cue',
      'output: {\n\ttype: "helm"\n\tproperties: {}\n}\n',
      ['component/helm @2:2'],
    ],
    [
      'a trait under a condition, composed elsewhere',
      'template.cue',
      'extra: *[if parameter.x != _|_ {\n\ttype: "http-route"\n\tproperties: {}\n}] | []\n',
      ['trait/http-route @2:2'],
    ],
    [
      'a step with a name, known by its name alone',
      'template.cue',
      'last: {\n\tname: "a"\n\ttype: "notification"\n\tproperties: {}\n}\n',
      ['workflow-step/notification @3:2'],
    ],
    ['a JSON Schema', 'template.cue', 'schema: {type: "object", properties: {a: {type: "string"}}}\n', []],
    ['a Secret', 'resources/a.yaml', 'apiVersion: v1\nkind: Secret\ntype: Opaque\n', []],
    [
      'an Application that a definition makes',
      'definitions/a.cue',
      'a: {type: "component", description: "x"}\ntemplate: output: {\n\tapiVersion: "core.oam.dev/v1beta1"\n\tkind: "Application"\n\tspec: components: [{name: "b", type: "helm"}]\n}\n',
      ['component/helm @5:33'],
    ],
  ])('%s', (_, file, text, expected) => {
    expect(usesOf(file, text)).toEqual(expected);
  });
});

it('marks what is written but not rendered as conditional', () => {
  const subject = createLintSubject(
    addonOf([
      {
        file: 'template.cue',
        text: 'output: {\n\tapiVersion: "core.oam.dev/v1beta1"\n\tkind: "Application"\n\tspec: components: [\n\t\t{name: "a", type: "webservice"},\n\t\tif parameter.x {name: "b", type: "helm"},\n\t]\n}\n',
      },
    ]),
    noParseCache,
  );
  const position = { path: ['spec', 'components', '0', 'type'], file: 'template.cue', line: 5, column: 15 };
  const root = locateRendered({ from: 'application', object: application, applied: true, positions: [position] });
  const uses = findUses([{ root, origin: 'rendered' }, ...listTextDocuments(subject)], '1.10');
  expect(uses.map(({ kind, name, line, conditional }) => [kind, name, line, conditional])).toEqual([
    ['trait', 'scaler', 1, false],
    ['component', 'webservice', 5, false],
    ['component', 'helm', 6, true],
  ]);
});
