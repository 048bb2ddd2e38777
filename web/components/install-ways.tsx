import type { VNode } from 'preact';
import type { Catalog, VersionDetail } from '../../schemas/rest.ts';
import type { PageContext } from '../context/page-context.ts';
import { toWantText } from '../context/plan-state.ts';
import { CommandLine } from './command-line.tsx';
import {
  toEnableLine,
  toHelmAddLine,
  toHelmPullLine,
  toLockWriteLine,
  toPlanLine,
  toRegistryAddLine,
  toRegistryName,
} from './install-lines.ts';

interface WayProps {
  readonly context: PageContext;
  readonly version: VersionDetail;
}

/** Lines for `vela`: the registry, once for each cluster, then the addon. */
export function VelaWay({ context, version }: WayProps): VNode {
  const text = context.strings.version;
  const catalog = findCatalog(context, version);
  return (
    <>
      <h3>{text.withVela}</h3>
      {catalog !== undefined && (
        <>
          <p class="hint">{text.once}</p>
          <CommandLine context={context} line={toRegistryAddLine(toRegistryName(catalog.name), catalog.url)} />
          <p class="hint">{text.afterwards}</p>
        </>
      )}
      <CommandLine context={context} line={toEnableLine(version.catalog, version.name, version.version)} byKey />
    </>
  );
}

/** Lines for Helm: the repository, once, then the archive. */
export function HelmWay({ context, version }: WayProps): VNode {
  const text = context.strings.version;
  const catalog = findCatalog(context, version);
  return (
    <>
      <h3>{text.withHelm}</h3>
      {catalog !== undefined && (
        <>
          <p class="hint">{context.strings.install.onceHere}</p>
          <CommandLine context={context} line={toHelmAddLine(catalog)} />
          <p class="hint">{text.afterwards}</p>
        </>
      )}
      <CommandLine context={context} line={toHelmPullLine(version.catalog, version.name, version.version)} byKey />
    </>
  );
}

/** Lines that decide what else is needed, and pin all of it. */
export function LockWay({ context, version }: WayProps): VNode {
  const { links } = context;
  const text = context.strings.install;
  const want = { catalog: version.catalog, name: version.name, range: version.version };
  const server = context.toAbsolute(links.home());
  return (
    <>
      <h3>{text.withLock}</h3>
      <p class="hint">{text.plan}</p>
      <CommandLine context={context} line={toPlanLine(toWantText(want), server)} />
      <p class="hint">{text.lock}</p>
      <CommandLine context={context} line={toLockWriteLine(toWantText(want), server)} byKey />
      <p class="hint">
        <a href={links.plan({ want: [want] })}>{text.planPage}</a>
      </p>
    </>
  );
}

function findCatalog({ catalogs }: PageContext, version: VersionDetail): Catalog | undefined {
  return catalogs.find(({ name }) => name === version.catalog);
}
