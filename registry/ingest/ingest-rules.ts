import type { RuleDocument } from '../../schemas/rest.ts';

/** Rules whose findings come from a source's history and not from one content. */
export const ingestRules = {
  changedWithoutBump: {
    id: 'version/changed-without-bump',
    severity: 'warning',
    title: 'Content changed under a published version',
    reason:
      'A version that has been published is sealed: whoever installed it yesterday must get the same bytes tomorrow. The source later put other content under the same number, so the change is refused and the sealed bytes stay served.',
    wrong: [
      { file: 'metadata.yaml', text: '# a resource was changed, the number was not\nname: web\nversion: 1.2.0\n' },
    ],
    right: [{ file: 'metadata.yaml', text: '# every change gets a number of its own\nname: web\nversion: 1.2.1\n' }],
  },
  ownedByAnotherSource: {
    id: 'version/owned-by-another-source',
    severity: 'warning',
    title: 'Version is already published from another source',
    reason:
      'Two sources of one catalog hold the same addon and version with different content. The version that was published first stays; the other content is refused.',
    wrong: [
      {
        file: 'metadata.yaml',
        text: '# the same name and version as in the other source of this catalog\nname: web\nversion: 1.2.0\n',
      },
    ],
    right: [
      {
        file: 'metadata.yaml',
        text: '# a name that no other source of the catalog uses\nname: team-web\nversion: 1.2.0\n',
      },
    ],
  },
  suddenlyEmpty: {
    id: 'source/suddenly-empty',
    severity: 'warning',
    title: 'Source holds no addon any more',
    reason:
      'A source that had versions and now has none is more likely broken than emptied on purpose, so nothing is removed and everything stays served.',
    wrong: [{ file: 'addons/README.md', text: 'the folder holds no addon folder\n' }],
    right: [{ file: 'addons/web/metadata.yaml', text: 'name: web\nversion: 1.2.0\n' }],
  },
} as const satisfies Record<string, RuleDocument>;
