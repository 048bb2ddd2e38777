import MarkdownIt from 'markdown-it';
import type { CatalogReader } from '../../../registry/catalog/types.ts';
import type { VersionDetail } from '../../../schemas/rest.ts';
import type { PageContext } from '../../../web/context/page-context.ts';
import type { ReadmeView } from '../../../web/pages/readme-page.tsx';
import { createReadmeAddresses } from './readme-addresses.ts';
import { toReadmeNodes } from './to-readme-nodes.ts';

const maxReadmeBytes = 200_000;

const markdown = new MarkdownIt({ html: false, linkify: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

/** Reads the readme that the client shows; what it links to depends on the page, so drawing comes later. */
export async function loadReadme(
  reader: Pick<CatalogReader, 'readFile'>,
  version: VersionDetail,
): Promise<(context: PageContext) => ReadmeView> {
  const path = version.readme;
  const file = version.files.find((candidate) => candidate.path === path);
  if (path === undefined || file === undefined) return () => ({ kind: 'missing' });
  if (file.sizeBytes > maxReadmeBytes) return () => ({ kind: 'tooLarge', path });
  const reference = { catalog: version.catalog, addon: version.name, version: version.version, path };
  const tokens = markdown.parse(new TextDecoder().decode(await reader.readFile(reference)), {});
  return ({ links }) => {
    const addresses = createReadmeAddresses({ links, version, path });
    return { kind: 'text', content: toReadmeNodes(tokens, addresses) };
  };
}
