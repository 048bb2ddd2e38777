import type { VNode } from 'preact';
import { CodeBlock } from '../components/code-block.tsx';
import { DefinitionContents } from '../components/definition-contents.tsx';
import { DefinitionFacts } from '../components/definition-facts.tsx';
import { DefinitionHistoryList } from '../components/definition-history-list.tsx';
import { DefinitionParameters } from '../components/definition-parameters.tsx';
import { DefinitionReach } from '../components/definition-reach.tsx';
import { DefinitionTexts } from '../components/definition-texts.tsx';
import { DocumentFrame } from '../components/document-frame.tsx';
import { FindingsByFile } from '../components/findings-by-file.tsx';
import { LineSwitch } from '../components/line-switch.tsx';
import { StateBanner } from '../components/state-banner.tsx';
import type { DefinitionPageData } from '../context/definition-page-data.ts';

/** One definition: how to use it, its parameters, where it fits, who brings it, its text and its object. */
export function DefinitionPage(data: DefinitionPageData): VNode {
  const { context, detail, choice } = data;
  const { strings, links } = context;
  const { kind, name, description } = detail.facts;
  const kindWord = strings.definitions.kinds[kind];
  return (
    <DocumentFrame
      context={context}
      head={{
        title: `${name} · ${kindWord}`,
        description: description || strings.definition.description(kindWord, name),
        canonical: links.definition(kind, name),
        json: links.page(`/api/v1/definitions/${kind}/${encodeURIComponent(name)}`, { ...choice }),
        trail: [
          { label: strings.definitions.title, href: links.definitions() },
          { label: kindWord, href: links.definitions({ kind }) },
          { label: name },
        ],
      }}
      islands={['copy']}
    >
      <article class="definition">
        <Heading {...data} />
        <StateBanner context={context} version={data.version} />
        <div class="version-body">
          <div class="version-main definition-main">
            <DefinitionContents {...data} />
            <Lines {...data} />
            <Example {...data} />
            <DefinitionParameters {...data} />
            <DefinitionReach {...data} />
            <DefinitionHistoryList {...data} />
            <Findings {...data} />
            <DefinitionTexts {...data} />
          </div>
          <aside class="version-rail" aria-label={strings.definition.facts}>
            <DefinitionFacts {...data} />
          </aside>
        </div>
      </article>
    </DocumentFrame>
  );
}

function Heading({ context, detail }: DefinitionPageData): VNode {
  const { strings } = context;
  const { kind, name, alias, description, deprecated, schematic } = detail.facts;
  const text = strings.definition;
  return (
    <header class="definition-heading">
      <h1>
        {name} <span class="version-number">{strings.definitions.kinds[kind]}</span>
      </h1>
      <p class="lead">{description || text.noDescription}</p>
      <p class="version-marks">
        <span class="label">{strings.definitions.schematics[schematic]}</span>
        {alias !== undefined && (
          <span class="label">
            {text.alias} {alias}
          </span>
        )}
        {deprecated && <span class="label label-warn">{strings.definitions.deprecated}</span>}
      </p>
      {deprecated && <p class="notice notice-warn">{text.deprecated}</p>}
    </header>
  );
}

/** The release line that the page stands for; a choice only where the lines differ. */
function Lines({ context, detail, choice, sameLines }: DefinitionPageData): VNode {
  const { strings, links } = context;
  const { kind, name } = detail.facts;
  const differ = context.lines.some((line) => !sameLines.includes(line));
  return (
    <>
      {differ ? (
        <LineSwitch
          context={context}
          shown={detail.for}
          toHref={(line) => links.definition(kind, name, { ...choice, for: line ?? '' })}
          toNote={(line) =>
            line !== undefined && line !== detail.for && sameLines.includes(line) ? `= ${detail.for}` : undefined
          }
        />
      ) : (
        <p class="quiet">{strings.verdict.sameOn(context.lines.join(', '))}</p>
      )}
      {detail.refused !== undefined && (
        <div class="notice notice-bad">
          <p>{strings.definition.refused(detail.for)}</p>
          <p class="hint">{strings.verdict.says}</p>
          <pre class="said">{detail.refused}</pre>
        </div>
      )}
    </>
  );
}

function Example({ context, example }: DefinitionPageData): VNode | null {
  if (example === undefined) return null;
  const text = context.strings.definition;
  return (
    <section aria-labelledby="example">
      <h2 id="example">{text.example}</h2>
      <p class="hint">
        {text.exampleText} {example.host !== undefined && text.exampleHost(example.host)}
      </p>
      <CodeBlock context={context} label={text.example} text={example.text} />
    </section>
  );
}

function Findings({ context, detail }: DefinitionPageData): VNode | null {
  if (detail.findings.length === 0) return null;
  const { shown } = detail;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{context.strings.definition.findings}</h2>
      <FindingsByFile
        context={context}
        findings={detail.findings}
        toFileHref={(file, line) =>
          file === shown.file
            ? `#L${line}`
            : context.links.file({ catalog: shown.catalog, name: shown.addon, version: shown.version }, file, line)
        }
      />
    </section>
  );
}
