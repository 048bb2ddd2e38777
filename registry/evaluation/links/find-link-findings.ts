import type { Finding } from '../../../schemas/finding.ts';
import { compareFindings } from '../../findings.ts';
import type { LineFacts } from '../types.ts';
import { type CheckLinksOptions, checkLinks, type FetchStatus } from './check-links.ts';
import { createLinkFinding } from './link-rules.ts';

/** Asks every address of an addon whether it still answers; a finding for each place of one that does not, sorted. Throws when `signal` is aborted. */
export async function findLinkFindings(
  port: { readonly fetchStatus: FetchStatus },
  links: LineFacts['links'],
  options: CheckLinksOptions = {},
): Promise<readonly Finding[]> {
  const states = await checkLinks(
    port,
    links.map(({ url }) => url),
    options,
  );
  const silent = new Map(
    states.filter(({ state }) => state === 'missing' || state === 'unreachable').map((each) => [each.url, each]),
  );
  return links
    .flatMap(({ url, file, line, column }) => {
      const found = silent.get(url);
      if (found === undefined) return [];
      const message = `${url} ${found.state === 'missing' ? 'is not there' : 'does not answer'}: ${found.detail}`;
      return [createLinkFinding('link/no-answer', { file, line, column, message })];
    })
    .sort(compareFindings);
}
