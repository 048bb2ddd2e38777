import type { VNode } from 'preact';
import type { VersionDetail } from '../../schemas/rest.ts';
import type { PageContext } from '../context/page-context.ts';
import { CommandLine } from './command-line.tsx';
import { toEnableLine, toHelmAddLine, toHelmPullLine, toRegistryAddLine, toRegistryName } from './install-lines.ts';

/** Exact lines that fetch this very version with each client. */
export function InstallBox({ context, version }: { context: PageContext; version: VersionDetail }): VNode {
  const { strings, links, catalogs } = context;
  const text = strings.version;
  const catalog = catalogs.find((candidate) => candidate.name === version.catalog);
  return (
    <section class="install" aria-labelledby="install">
      <h2 id="install">{text.install}</h2>
      {version.counts.error > 0 && (
        <p class="notice notice-bad">
          {text.refused} <a href={links.version(version, 'findings')}>{text.seeFindings}</a>
        </p>
      )}
      <h3>{text.withVela}</h3>
      {catalog !== undefined && (
        <>
          <p class="hint">{text.once}</p>
          <CommandLine context={context} line={toRegistryAddLine(toRegistryName(catalog.name), catalog.url)} />
          <p class="hint">{text.afterwards}</p>
        </>
      )}
      <CommandLine context={context} line={toEnableLine(version.catalog, version.name, version.version)} />
      <h3>{text.withHelm}</h3>
      {catalog !== undefined && <CommandLine context={context} line={toHelmAddLine(catalog)} />}
      <CommandLine context={context} line={toHelmPullLine(version.catalog, version.name, version.version)} />
      <h3>{text.direct}</h3>
      <CommandLine context={context} line={version.url} />
    </section>
  );
}
