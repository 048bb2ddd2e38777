import { hitAt } from '../../addon/lint/hits.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';
import { findDeadHost } from '../links/dead-hosts.ts';
import { getLinkHost } from '../links/find-links.ts';

/** Addresses on hosts that are known to be gone. */
export const linkDeadHost: EvaluationRule = {
  id: 'link/dead-host',
  severity: 'warning',
  title: 'An address on a host that is gone',
  reason:
    'Charts, images and files are fetched when the addon is enabled or used. The host is known not to answer any more, or not with a valid certificate, so that the addon is enabled and never becomes healthy.',
  fix: 'Use the address that the project publishes today.',
  wrong: [chartExample('https://charts.kubevela.net/community')],
  right: [chartExample('https://kubevela.github.io/charts')],
  *check({ links }) {
    for (const link of links) {
      // Icons have rules of their own.
      const dead = link.file === 'metadata.yaml' ? undefined : findDeadHost(getLinkHost(link));
      if (dead === undefined) continue;
      const message = `${getLinkHost(link)} ${dead.what} (since ${dead.since}).`;
      yield { ...hitAt(link, link, message), fix: `Use ${dead.instead}.` };
    }
  },
};

function chartExample(url: string) {
  return {
    file: 'resources/hello.cue',
    text: `output: {\n\ttype: "helm"\n\tproperties: {\n\t\trepoType: "helm"\n\t\turl:      "${url}"\n\t\tchart:    "hello"\n\t\tversion:  "1.0.0"\n\t}\n}\n`,
  };
}
