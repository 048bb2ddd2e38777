import type { VNode } from 'preact';
import type { DefinitionDetail } from '../../schemas/definition-catalogue.ts';
import type { DefinitionPageData } from '../context/definition-page-data.ts';

/** Who brings a definition, and in which versions its text changed. */
export function DefinitionHistoryList(data: DefinitionPageData): VNode {
  return (
    <>
      <Owners {...data} />
      <History {...data} />
    </>
  );
}

function Owners({ context, detail }: DefinitionPageData): VNode {
  const { strings } = context;
  const text = strings.definition;
  return (
    <section aria-labelledby="owners">
      <h2 id="owners">{text.owners}</h2>
      <ul class="owner-list">
        {detail.owners.map((owner) => (
          <OwnerEntry key={`${owner.catalog}/${owner.addon}`} context={context} detail={detail} owner={owner} />
        ))}
      </ul>
    </section>
  );
}

const openVersions = 6;

interface OwnerEntryProps {
  readonly context: DefinitionPageData['context'];
  readonly detail: DefinitionDetail;
  readonly owner: DefinitionDetail['owners'][number];
}

function OwnerEntry({ context, detail, owner }: OwnerEntryProps): VNode {
  const { strings, links } = context;
  const { kind, name } = detail.facts;
  const { catalog, addon, versions } = owner;
  const isOwner = detail.shown.catalog === catalog && detail.shown.addon === addon;
  const toLink = ({ version }: { readonly version: string }) => {
    const shown = isOwner && version === detail.shown.version;
    return (
      <a
        key={version}
        class="label"
        href={links.definition(kind, name, { catalog, addon, version })}
        aria-current={shown ? 'true' : undefined}
      >
        {version}
      </a>
    );
  };
  return (
    <li>
      <p>
        <a class="addon-name" href={links.addon(catalog, addon)}>
          {addon}
        </a>{' '}
        <span class="quiet">
          {catalog} · {strings.definition.versionsOf(strings.counts.versions(versions.length))}
        </span>
      </p>
      <p class="version-marks">{versions.slice(0, openVersions).map(toLink)}</p>
      {versions.length > openVersions && (
        <details>
          <summary>{strings.definitions.moreOwners(versions.length - openVersions)}</summary>
          <p class="version-marks">{versions.slice(openVersions).map(toLink)}</p>
        </details>
      )}
    </li>
  );
}

function History({ context, history }: DefinitionPageData): VNode | null {
  const { strings, links, formats } = context;
  const text = strings.definition;
  if (history.items.length === 0) return null;
  const { kind, name, catalog, addon } = history;
  return (
    <section aria-labelledby="history">
      <h2 id="history">
        {text.history} <span class="tab-count">{text.historyIn(addon)}</span>
      </h2>
      <ol class="history-list">
        {history.items.map(({ version, published, change, digest }) => (
          <li key={version}>
            {change === 'removed' ? (
              <a href={links.version({ catalog, name: addon, version })}>{version}</a>
            ) : (
              <a href={links.definition(kind, name, { catalog, addon, version })}>{version}</a>
            )}{' '}
            <span class={`change change-${change}`}>{text.change[change]}</span>{' '}
            <time class="quiet nowrap" dateTime={published}>
              {formats.date(published)}
            </time>{' '}
            {digest !== undefined && (
              <code class="quiet digest" title={digest}>
                {digest.slice(0, 'sha256:'.length + 12)}
              </code>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
