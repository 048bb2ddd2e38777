import type { ComponentChildren, VNode } from 'preact';
import type { VersionDetail } from '../../schemas/rest.ts';
import type { PageContext } from '../context/page-context.ts';
import { isCommit, RevisionText } from './revision-text.tsx';

interface VersionFactsProps {
  readonly context: PageContext;
  readonly version: VersionDetail;
}

/** What a version demands, what it is, and where it comes from. */
export function VersionFacts({ context, version }: VersionFactsProps): VNode {
  const { strings, formats } = context;
  const text = strings.version;
  return (
    <section class="facts" aria-labelledby="facts">
      <h2 id="facts">{text.facts}</h2>
      <dl>
        <Fact label={text.requirements}>
          <Demand label={text.vela} range={version.requirements.vela} any={text.anyVersion} />
          <Demand label={text.kubernetes} range={version.requirements.kubernetes} any={text.anyVersion} />
        </Fact>
        <Fact label={text.dependencies}>
          <DependencyList context={context} version={version} />
        </Fact>
        <Fact label={strings.dependencies.dependentsFact}>
          <Dependents context={context} version={version} />
        </Fact>
        <Fact label={text.published}>
          <time dateTime={version.published}>{formats.date(version.published)}</time>
        </Fact>
        <Fact label={text.size}>{formats.size(version.sizeBytes)}</Fact>
        <Fact label={text.digest} hint={text.digestMeaning}>
          <code class="digest">{version.digest}</code>
        </Fact>
        <Fact label={text.treeDigest} hint={text.treeDigestMeaning}>
          <code class="digest">{version.treeDigest}</code>
        </Fact>
        <OriginFacts context={context} version={version} />
      </dl>
    </section>
  );
}

function OriginFacts({ context, version }: VersionFactsProps): VNode {
  const text = context.strings.version;
  const { origin } = version;
  return (
    <>
      <Fact label={text.source}>{origin.source}</Fact>
      <Fact label={isCommit(origin.revision) ? text.commit : text.revision}>
        <RevisionText repository={origin.url} revision={origin.revision} />
      </Fact>
      <Fact label={text.directory}>
        <code>{origin.directory}</code>
      </Fact>
      {version.contents > 1 && (
        <Fact label={text.contents}>
          <ContentList context={context} version={version} />
        </Fact>
      )}
    </>
  );
}

function DependencyList({ context, version }: VersionFactsProps): VNode {
  const { links, strings } = context;
  if (version.dependencies.length === 0) return <span class="quiet">{strings.version.noDependencies}</span>;
  return (
    <ul class="plain">
      {version.dependencies.map((dependency) => (
        <li key={dependency.name}>
          <a href={links.addon(version.catalog, dependency.name)}>{dependency.name}</a>
          {dependency.version !== undefined && (
            <>
              {' '}
              <code>{dependency.version}</code>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Dependents({ context, version }: VersionFactsProps): VNode {
  const { links, strings } = context;
  const text = strings.dependencies;
  if (version.dependents === 0) return <span class="quiet">{text.none}</span>;
  const href = links.dependencies(version, { direction: 'dependents' });
  return <a href={href}>{text.dependentsCount(version.dependents)}</a>;
}

interface FactProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: ComponentChildren;
}

function Fact({ label, hint, children }: FactProps): VNode {
  return (
    <div class="fact">
      <dt title={hint}>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Demand({ label, range, any }: { label: string; range: string | undefined; any: string }): VNode {
  return (
    <span class="requirement">
      {label} {range === undefined || range === '' ? <span class="quiet">{any}</span> : <code>{range}</code>}
    </span>
  );
}

/** Every content that the source had under this number, the oldest first. */
function ContentList({ context, version }: VersionFactsProps): VNode {
  const { strings, formats } = context;
  const { contents, url } = version.origin;
  return (
    <details>
      <summary>{strings.version.contentsCount(version.contents)}</summary>
      <ol class="plain">
        {contents.map(({ revision, at }) => (
          <li key={revision}>
            <time dateTime={at}>{formats.date(at)}</time> <RevisionText repository={url} revision={revision} />
          </li>
        ))}
      </ol>
    </details>
  );
}
