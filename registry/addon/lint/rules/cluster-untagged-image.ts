import { listImages, podExample } from '../images.ts';
import type { Rule } from '../types.ts';

/** Container images without a tag. */
export const clusterUntaggedImage: Rule = {
  id: 'cluster/untagged-image',
  severity: 'warning',
  title: 'Container image without a tag',
  reason:
    'An image without a tag is `latest`: the node runs whatever the registry holds when the pod starts, two nodes may run different programs, and a version of the addon that worked can stop working without a change.',
  fix: 'Name the version of the image, or its digest.',
  wrong: [podExample('hello/server')],
  right: [podExample('hello/server:1.0.0')],
  *check({ documents }) {
    for (const { image, hit } of listImages(documents)) {
      const name = image.slice(image.lastIndexOf('/') + 1);
      if (!name.includes(':') && !name.includes('@')) yield hit(`The image \`${image}\` has no tag.`);
    }
  },
};
