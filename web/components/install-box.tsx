import type { VNode } from 'preact';
import type { VersionDetail } from '../../schemas/rest.ts';
import type { PageContext } from '../context/page-context.ts';
import { toVerdictWord } from '../context/verdict-word.ts';
import { BundleLines } from './bundle-lines.tsx';
import { CommandLine } from './command-line.tsx';
import { toEnableLine, toHelmAddLine, toHelmPullLine, toRegistryAddLine, toRegistryName } from './install-lines.ts';

interface InstallBoxProps {
  readonly context: PageContext;
  readonly version: VersionDetail;
}

/** Exact lines that fetch this very version with each client. */
export function InstallBox({ context, version }: InstallBoxProps): VNode {
  const { strings } = context;
  const text = strings.version;
  const isListed = version.state === 'active' || version.state === 'deprecated';
  return (
    <section class="install" aria-labelledby="install">
      <h2 id="install">{text.install}</h2>
      {version.state === 'quarantined' && <p class="notice notice-bad">{strings.states.nothingServed}</p>}
      {version.state === 'yanked' && <UnlistedWays context={context} version={version} />}
      {isListed && <ListedWays context={context} version={version} />}
    </section>
  );
}

/** Clients know by name what indexes list, and nothing else. */
function UnlistedWays({ context, version }: InstallBoxProps): VNode {
  const { strings } = context;
  return (
    <>
      <p class="hint">{strings.states.notByName}</p>
      <BundleLines context={context} version={version} />
      <h3>{strings.version.direct}</h3>
      <CommandLine context={context} line={version.url} />
    </>
  );
}

function ListedWays({ context, version }: InstallBoxProps): VNode {
  const { strings, catalogs } = context;
  const text = strings.version;
  const catalog = catalogs.find((candidate) => candidate.name === version.catalog);
  return (
    <>
      <RefusalNotice context={context} version={version} />
      <h3>{text.withVela}</h3>
      {catalog !== undefined && (
        <>
          <p class="hint">{text.once}</p>
          <CommandLine context={context} line={toRegistryAddLine(toRegistryName(catalog.name), catalog.url)} />
          <p class="hint">{text.afterwards}</p>
        </>
      )}
      <CommandLine context={context} line={toEnableLine(version.catalog, version.name, version.version)} byKey />
      <BundleLines context={context} version={version} />
      <h3>{text.withHelm}</h3>
      {catalog !== undefined && <CommandLine context={context} line={toHelmAddLine(catalog)} />}
      <CommandLine context={context} line={toHelmPullLine(version.catalog, version.name, version.version)} />
      <h3>{text.direct}</h3>
      <CommandLine context={context} line={version.url} />
    </>
  );
}

/** Lines that refuse a version, before anybody copies a command. */
function RefusalNotice({ context, version }: InstallBoxProps): VNode | null {
  const { strings, links } = context;
  const text = strings.version;
  const lines = version.verdicts.filter((verdict) => toVerdictWord(verdict) === 'refused').map(({ line }) => line);
  if (lines.length === 0) return null;
  const only = lines.length === 1 ? lines[0] : undefined;
  return (
    <p class="notice notice-bad">
      {text.refused(lines.join(', '))} <a href={links.version(version, 'findings', only)}>{text.seeFindings}</a>
    </p>
  );
}
