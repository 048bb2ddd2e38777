import { listImages, podExample } from '../images.ts';
import type { Rule } from '../types.ts';

/** Container images by the tag `latest`. */
export const clusterMutableImage: Rule = {
  id: 'cluster/mutable-image',
  severity: 'warning',
  title: 'Container image by a tag that moves',
  reason:
    'With the tag `latest` the node runs whatever the registry holds when the pod starts. Two nodes may run different programs, and a version of the addon that worked can stop working without a change.',
  fix: 'Name the version of the image, or its digest.',
  wrong: [podExample('hello/server:latest')],
  right: [podExample('hello/server:1.0.0')],
  *check({ documents }) {
    for (const { image, hit } of listImages(documents)) {
      if (image.endsWith(':latest')) yield hit(`The tag of the image \`${image}\` moves.`);
    }
  },
};
