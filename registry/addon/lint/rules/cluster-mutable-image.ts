import { pathOf } from '../cue-outline.ts';
import { hitAt, hitAtField } from '../hits.ts';
import type { Rule } from '../types.ts';
import { findText, walkEntries } from '../yaml-file.ts';

/** Container images whose tag moves. */
export const clusterMutableImage: Rule = {
  id: 'cluster/mutable-image',
  severity: 'warning',
  title: 'Container image by a tag that moves',
  reason:
    'Without a tag, or with `latest`, the node runs whatever the registry holds when the pod starts. Two nodes may run different programs, and a version of the addon that worked can stop working without a change.',
  fix: 'Name the version of the image, or its digest.',
  wrong: [{ file: 'resources/hello.yaml', text: pod('hello/server:latest') }],
  right: [{ file: 'resources/hello.yaml', text: pod('hello/server:1.0.0') }],
  *check({ documents }) {
    for (const file of documents.listYaml('template', 'resource')) {
      for (const { key, position, value } of walkEntries(file.root)) {
        const image = findText(value);
        if (key !== 'image' || image === undefined || !isMutable(image)) continue;
        yield hitAt(file, position, `The tag of the image \`${image}\` moves.`);
      }
    }
    for (const file of documents.listCue('template', 'resource', 'definition')) {
      for (const field of file.allFields) {
        if (field.label !== 'image' || field.string === undefined || !isMutable(field.string)) continue;
        if (pathOf(field).includes('parameter')) continue;
        yield hitAtField(file, field, `The tag of the image \`${field.string}\` moves.`);
      }
    }
  },
};

function isMutable(image: string): boolean {
  const reference = /^[a-z0-9][\w.:/-]*$/.exec(image)?.[0];
  if (reference === undefined) return false;
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  return !name.includes(':') || name.endsWith(':latest');
}

function pod(image: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: hello\nspec:\n  containers:\n    - name: hello\n      image: ${image}\n`;
}
