import type { Rule } from '../types.ts';

const example = '- jsonKey: greeting\n  label: Greeting\n';
const conventional = /^(?:component|trait|policy|workflowstep|config)-uischema-[^.]+\.ya?ml$/;

/** UI schemas that VelaUX cannot find. */
export const schemaFileName: Rule = {
  id: 'schema/file-name',
  severity: 'warning',
  title: 'UI schema whose file name follows no convention',
  reason:
    'Every file in `schemas/` becomes a ConfigMap in vela-system whose name is the file name up to its first dot. VelaUX looks for `<type>-uischema-<definition>` and `addon-uischema-<addon>`; a ConfigMap of another name is never used, and may collide with one of another addon.',
  fix: 'Name the file `<type>-uischema-<name>.yaml`, where the type is component, trait, policy, workflowstep, config or addon.',
  wrong: [{ file: 'schemas/schema.yaml', text: example }],
  right: [{ file: 'schemas/addon-uischema-hello.yaml', text: example }],
  *check({ documents, metadata }) {
    for (const { path, role } of documents.files) {
      if (role !== 'schema') continue;
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (conventional.test(name)) continue;
      const addon = /^addon-uischema-(.+)\.ya?ml$/.exec(name)?.[1];
      if (addon === undefined) yield { file: path, message: 'VelaUX looks for no UI schema of this name.' };
      else if (metadata !== undefined && addon !== metadata.name) {
        const fix = `Name the file addon-uischema-${metadata.name}.yaml.`;
        yield { file: path, message: `The addon is called ${metadata.name}, not ${addon}.`, fix };
      }
    }
  },
};
