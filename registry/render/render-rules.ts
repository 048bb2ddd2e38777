import type { Finding } from '../../schemas/finding.ts';
import type { RuleDocument } from '../../schemas/rest.ts';
import { createFindingMaker, type FindingOptions } from '../findings.ts';

/** Rules about what a release line's core cannot render; their findings carry that line. */
export const renderRules = [
  {
    id: 'render/parameter',
    severity: 'error',
    title: 'No schema can be made of parameter.cue',
    reason:
      'The client generates an OpenAPI schema of the parameters while it loads a package. When that fails the addon cannot be loaded at all, not even without parameters.',
    wrong: [
      { file: 'parameter.cue', text: 'parameter: {\n\t// a tuple has no OpenAPI schema\n\tpair: [string, int]\n}\n' },
    ],
    right: [{ file: 'parameter.cue', text: 'parameter: {\n\tpair: [...string]\n}\n' }],
  },
  {
    id: 'render/template',
    severity: 'error',
    title: 'The Application cannot be rendered',
    reason:
      'The CUE evaluator of this release line refuses template.cue with its parameters, or what comes out of it does not fit an Application.',
    wrong: [
      {
        file: 'template.cue',
        text: 'package main\noutput: {\n\tkind: "Application"\n\tspec: components: missing\n}\n',
      },
    ],
    right: [
      { file: 'template.cue', text: 'package main\noutput: {\n\tkind: "Application"\n\tspec: components: []\n}\n' },
    ],
  },
  {
    id: 'render/resource',
    severity: 'error',
    title: 'A resource cannot be rendered',
    reason:
      'A file of resources/ must be one Kubernetes object in YAML, or CUE that evaluates to a component on this release line.',
    wrong: [{ file: 'resources/config.cue', text: 'output: {\n\ttype: "raw"\n\tproperties: data: 1 & "x"\n}\n' }],
    right: [{ file: 'resources/config.cue', text: 'output: {\n\ttype: "raw"\n\tproperties: data: "x"\n}\n' }],
  },
  {
    id: 'render/incomplete',
    severity: 'error',
    title: 'A value is missing that only parameters can give',
    reason:
      'A field that ends up in an object has no concrete value. Usually it reads a required parameter that was not given.',
    wrong: [
      { file: 'parameter.cue', text: 'parameter: {\n\thost: string\n}\n' },
      { file: 'resources/web.cue', text: 'output: {\n\ttype: "raw"\n\tproperties: host: parameter.host\n}\n' },
    ],
    right: [
      { file: 'parameter.cue', text: 'parameter: {\n\thost: *"example.com" | string\n}\n' },
      { file: 'resources/web.cue', text: 'output: {\n\ttype: "raw"\n\tproperties: host: parameter.host\n}\n' },
    ],
  },
  {
    id: 'render/cluster',
    severity: 'error',
    title: 'The addon cannot be put on the clusters that were asked for',
    reason: 'Every cluster that the parameter `clusters` names must be registered in the control plane.',
    wrong: [
      {
        file: 'metadata.yaml',
        text: '# enabled with clusters={nowhere}\nname: web\nversion: 1.0.0\ndeployTo: {runtimeCluster: true}\n',
      },
    ],
    right: [
      {
        file: 'metadata.yaml',
        text: '# enabled with clusters={local}\nname: web\nversion: 1.0.0\ndeployTo: {runtimeCluster: true}\n',
      },
    ],
  },
  {
    id: 'render/definition-kind',
    severity: 'error',
    title: 'An object in definitions/ is of a kind that addons cannot bring',
    reason:
      'The client writes the names of all definitions into the Application and knows component, trait, workflow step and policy definitions only.',
    wrong: [
      {
        file: 'definitions/deployment.yaml',
        text: 'apiVersion: core.oam.dev/v1beta1\nkind: WorkloadDefinition\nmetadata:\n  name: deployment\n',
      },
    ],
    right: [
      {
        file: 'definitions/deployment.yaml',
        text: 'apiVersion: core.oam.dev/v1beta1\nkind: ComponentDefinition\nmetadata:\n  name: deployment\n',
      },
    ],
  },
  {
    id: 'render/definition-number',
    severity: 'error',
    title: 'A whole number in the attributes of a definition crashes the client',
    reason:
      'Before it looks for definitions that exist already, the client copies each of them, and up to KubeVela 1.10 it cannot copy a whole number that comes from CUE. A text or a fraction is copied well, and so is everything in a definition in YAML.',
    wrong: [
      {
        file: 'definitions/scale.cue',
        text: 'scale: {\n\ttype: "trait"\n\tattributes: extension: rank: 1\n}\ntemplate: parameter: {}\n',
      },
    ],
    right: [
      {
        file: 'definitions/scale.cue',
        text: 'scale: {\n\ttype: "trait"\n\tattributes: extension: rank: "1"\n}\ntemplate: parameter: {}\n',
      },
    ],
  },
  {
    id: 'render/metadata',
    severity: 'error',
    title: 'The client cannot tell which addon this is',
    reason: 'Without a name and a version in metadata.yaml the client refuses to enable an addon.',
    wrong: [{ file: 'metadata.yaml', text: 'name: web\n' }],
    right: [{ file: 'metadata.yaml', text: 'name: web\nversion: 1.0.0\n' }],
  },
  {
    id: 'render/config-template',
    severity: 'error',
    title: 'A config template cannot be read',
    reason:
      'The client needs `metadata` with a name and `template` with a parameter in every file of config-templates/.',
    wrong: [{ file: 'config-templates/registry.cue', text: 'template: parameter: host: string\n' }],
    right: [
      {
        file: 'config-templates/registry.cue',
        text: 'metadata: name: "registry"\ntemplate: parameter: host: string\n',
      },
    ],
  },
  {
    id: 'render/ui-schema',
    severity: 'error',
    title: 'A UI schema is no YAML',
    reason: 'Every file of schemas/ is turned into JSON when the addon is enabled, whatever its name.',
    wrong: [{ file: 'schemas/addon-uischema-web.yaml', text: '- jsonKey: [host\n' }],
    right: [{ file: 'schemas/addon-uischema-web.yaml', text: '- jsonKey: host\n' }],
  },
  {
    id: 'render/view',
    severity: 'error',
    title: 'A view cannot be read',
    reason: 'A view in CUE must evaluate and have `status` or `export`; one in YAML must be an object with a kind.',
    wrong: [{ file: 'views/pods.cue', text: 'pods: []\n' }],
    right: [{ file: 'views/pods.cue', text: 'status: pods: []\n' }],
  },
  {
    id: 'render/notes',
    severity: 'warning',
    title: 'NOTES.cue cannot be rendered',
    reason: 'The addon is enabled all the same, but nobody sees its notes.',
    wrong: [{ file: 'NOTES.cue', text: 'notes: "Open \\(context.metadata.address)"\n' }],
    right: [{ file: 'NOTES.cue', text: 'notes: "Open \\(context.metadata.url)"\n' }],
  },
  {
    id: 'render/stopped',
    severity: 'error',
    title: 'The evaluation did not come to an end',
    reason: 'The evaluator was stopped at a limit of time, memory, depth or size. A client would hang or crash.',
    wrong: [
      {
        file: 'template.cue',
        text: '// each field doubles the one before it, sixty times\npackage main\nx0: "a"\nx1: x0+x0\n',
      },
    ],
    right: [{ file: 'template.cue', text: 'package main\noutput: kind: "Application"\n' }],
  },
] as const satisfies readonly RuleDocument[];

export type RenderRuleId = (typeof renderRules)[number]['id'];

const make = createFindingMaker<RenderRuleId>(renderRules);

/** Makes a finding of a render rule. */
export function createRenderFinding(id: RenderRuleId, place: Omit<FindingOptions, 'rule' | 'severity'>): Finding {
  return make(id, place);
}
