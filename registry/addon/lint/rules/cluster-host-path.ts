import type { YamlNode } from '../../metadata/yaml-node.ts';
import { pathOf } from '../cue-file.ts';
import { hitAt, hitAtField } from '../hits.ts';
import type { Rule } from '../types.ts';
import { listAllEntries } from '../yaml-file.ts';

/** Volumes that mount a folder of the node. */
export const clusterHostPath: Rule = {
  id: 'cluster/host-path',
  severity: 'warning',
  title: 'Mounts a folder of the node',
  reason:
    'A hostPath volume lets the container read, and without `readOnly` write, files of the node it runs on. Node agents need that; anything else should not have it, and clusters with pod security refuse it.',
  fix: 'Mount only what is needed, read-only, and say in the readme why.',
  wrong: [
    {
      file: 'resources/agent.cue',
      text: 'output: {\n\ttype: "daemon"\n\tproperties: {\n\t\timage: "hello:1.0.0"\n\t\tvolumeMounts: hostPath: [{name: "logs", path: "/var/log", mountPath: "/logs"}]\n\t}\n}\n',
    },
  ],
  right: [
    {
      file: 'resources/agent.cue',
      text: 'output: {\n\ttype: "daemon"\n\tproperties: {\n\t\timage: "hello:1.0.0"\n\t\tvolumeMounts: emptyDir: [{name: "logs", mountPath: "/logs"}]\n\t}\n}\n',
    },
  ],
  *check({ documents }) {
    for (const file of documents.listYaml('template', 'resource')) {
      for (const { key, value, position } of file.allEntries) {
        // A CRD describes a volume as an object schema; only a volume itself has a path below the key.
        if (key !== 'hostPath' || value.kind === 'scalar' || !namesPath(value)) continue;
        yield hitAt(file, position, 'A folder of the node is mounted (hostPath).');
      }
    }
    for (const file of documents.listCue('template', 'resource', 'definition')) {
      for (const field of file.allFields) {
        if (field.label !== 'hostPath' || !field.fields.some(({ label }) => label === 'path')) continue;
        // What a user may ask for is not yet mounted.
        if (pathOf(field).includes('parameter')) continue;
        yield hitAtField(file, field, 'A folder of the node is mounted (hostPath).');
      }
    }
  },
};

function namesPath(value: YamlNode): boolean {
  return listAllEntries(value).some(({ key, value: path }) => key === 'path' && path.kind === 'scalar');
}
