import { metadataExample } from '../../addon/lint/examples.ts';
import type { Rule } from '../../addon/lint/types.ts';
import { createFindingMaker } from '../../findings.ts';

const usesHelm = {
  file: 'template.yaml',
  text: 'apiVersion: core.oam.dev/v1beta1\nkind: Application\nspec:\n  components:\n    - name: hello\n      type: helm\n      properties:\n        repoType: helm\n        url: https://charts.hello.example\n        chart: hello\n        version: 1.0.0\n',
};

function traitExample(name: string) {
  return {
    file: 'definitions/hello.cue',
    text: `"${name}": {\n\ttype:        "trait"\n\tdescription: "Greets"\n\tattributes: appliesToWorkloads: ["*"]\n}\n\ntemplate: patch: {}\n`,
  };
}

/** Rules that need the newest versions of all addons to judge one of them. */
export const catalogRules = [
  {
    id: 'definition/undeclared-dependency',
    severity: 'warning',
    title: 'Definition of an addon that is no dependency',
    reason:
      'The application uses a definition that neither KubeVela nor this addon brings, but another addon that is not among the dependencies. Enabling works where somebody enabled that addon before, and hangs everywhere else: the component, trait or step cannot be found.',
    fix: 'Add the addon that owns the definition to `dependencies`.',
    wrong: [usesHelm],
    right: [usesHelm, metadataExample({}, ['dependencies:', '  - name: fluxcd'])],
  },
  {
    id: 'definition/owned-twice',
    severity: 'warning',
    title: 'Definition that another addon owns as well',
    reason:
      'Definitions live in one namespace, whatever addon they come from. Whoever enables both addons is refused (`definitions: … already exists in other addons`), or with `--override-definitions` replaces the definition under the feet of the applications that use it.',
    fix: 'Rename the definition, or depend on the addon that owns it.',
    wrong: [traitExample('greeter')],
    right: [traitExample('hello-greeter')],
  },
  {
    id: 'dependency/cycle',
    severity: 'warning',
    title: 'Dependencies that lead back to the addon',
    reason:
      'The client enables what is missing before it enables an addon. Where that needs the addon itself, it starts anew, again and again, and never comes to an end.',
    fix: 'Remove one of the dependencies on the way, or move what both need into an addon of its own.',
    wrong: [metadataExample({}, ['dependencies:', '  - name: greeter # which depends on hello'])],
    right: [metadataExample({}, ['dependencies:', '  - name: fluxcd'])],
  },
] as const satisfies readonly Omit<Rule, 'check'>[];

/** Makes a finding of a rule of the whole catalogue. */
export const createCatalogFinding = createFindingMaker<(typeof catalogRules)[number]['id']>(catalogRules);
