import { definitionExample } from '../examples.ts';
import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';
import { findEntry, findText } from '../yaml-file.ts';

const source = 'https://github.com/hello/terraform-hello.git';

/** Terraform modules that are fetched from the head of a repository. */
export const definitionTerraformWithoutRef: Rule = {
  id: 'definition/terraform-without-ref',
  severity: 'info',
  title: 'Terraform module without a ref',
  reason:
    'The controller clones the module when an application uses the definition, and without `?ref=` it takes the head of the default branch. One version of the addon then makes other cloud resources next month, with whatever parameters the module has by then.',
  fix: 'Add a tag or a commit to the address: `?ref=v1.2.0`.',
  wrong: [terraformExample(source)],
  right: [terraformExample(`${source}?ref=v1.0.0`)],
  *check({ documents }) {
    for (const file of documents.listYaml('definition')) {
      const terraform = findEntry(file.root, 'spec', 'schematic', 'terraform')?.value;
      if (findText(terraform, 'type') !== 'remote') continue;
      const configuration = findEntry(terraform, 'configuration');
      if (configuration === undefined || /[?&]ref=[^&]/.test(findText(configuration.value) ?? '')) continue;
      yield hitAt(file, configuration.position, 'The Terraform module is fetched without a ref.');
    }
  },
};

function terraformExample(configuration: string) {
  return definitionExample({
    kind: 'ComponentDefinition',
    spec: `  workload:\n    type: configurations.terraform.core.oam.dev\n  schematic:\n    terraform:\n      type: remote\n      configuration: ${configuration}\n`,
  });
}
