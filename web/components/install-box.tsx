import type { VNode } from 'preact';
import type { VersionDetail } from '../../schemas/rest.ts';
import { type InstallClient, installClients, type PageContext } from '../context/page-context.ts';
import { toVerdictWord } from '../context/verdict-word.ts';
import { BundleLines } from './bundle-lines.tsx';
import { CommandLine } from './command-line.tsx';
import { HelmWay, LockWay, VelaWay } from './install-ways.tsx';

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
  return (
    <>
      <RefusalNotice context={context} version={version} />
      <fieldset class="install-ways" data-remember="client" data-remember-path={context.links.home()}>
        <legend class="visually-hidden">{context.strings.install.ways}</legend>
        {installClients.map((client) => (
          <WayChoice key={client} context={context} client={client} />
        ))}
        <div class="install-way install-way-vela">
          <VelaWay context={context} version={version} />
        </div>
        <div class="install-way install-way-kubectl">
          <BundleLines context={context} version={version} />
        </div>
        <div class="install-way install-way-helm">
          <HelmWay context={context} version={version} />
        </div>
        <div class="install-way install-way-lock">
          <LockWay context={context} version={version} />
        </div>
      </fieldset>
      <h3>{context.strings.version.direct}</h3>
      <CommandLine context={context} line={version.url} />
    </>
  );
}

function WayChoice({ context, client }: { context: PageContext; client: InstallClient }): VNode {
  const id = `way-${client}`;
  return (
    <>
      <input type="radio" id={id} name="client" value={client} checked={context.client === client} />
      <label for={id}>{context.strings.install.clients[client]}</label>
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
