import type { ComponentChildren, VNode } from 'preact';
import type { DefinitionPageData } from '../context/definition-page-data.ts';
import { CommandLine } from './command-line.tsx';
import { toDefinitionApplyLine, toDefinitionShowLine, toKubectlLine } from './install-lines.ts';

/** The lines that fetch a definition, and what it is. */
export function DefinitionFacts(data: DefinitionPageData): VNode {
  return (
    <>
      <UseBox {...data} />
      <Schemas {...data} />
      <Facts {...data} />
    </>
  );
}

function UseBox({ context, detail, choice }: DefinitionPageData): VNode {
  const text = context.strings.definition;
  const { kind, name, form } = detail.facts;
  const toUrl = (wanted: 'cue' | 'yaml') =>
    context.toAbsolute(context.links.definitionFile({ kind, name, form: wanted }, choice));
  return (
    <section class="install" aria-labelledby="use">
      <h2 id="use">{text.use}</h2>
      <h3>{text.showInTerminal}</h3>
      <CommandLine context={context} line={toDefinitionShowLine(toUrl(form))} />
      <h3>{text.apply}</h3>
      <CommandLine context={context} line={toDefinitionApplyLine(toUrl(form))} />
      <h3>{text.applyKubectl}</h3>
      <CommandLine context={context} line={toKubectlLine(toUrl('yaml'))} />
    </section>
  );
}

function Schemas({ context, detail, choice }: DefinitionPageData): VNode {
  const { strings, links } = context;
  const text = strings.definition;
  const { kind, name, form } = detail.facts;
  const schema = (format: 'openapi' | 'json-schema') =>
    links.page(`/api/v1/definitions/${kind}/${encodeURIComponent(name)}/schema`, { ...choice, format });
  const files = form === 'cue' ? (['cue', 'yaml'] as const) : (['yaml'] as const);
  return (
    <section aria-labelledby="schemas">
      <h2 id="schemas">{text.schemas}</h2>
      <ul class="plain">
        {files.map((wanted) => (
          <li key={wanted}>
            <a href={links.definitionFile({ kind, name, form: wanted }, choice)}>
              {wanted === 'cue' ? text.cueFile : text.yamlFile}
            </a>
          </li>
        ))}
        {detail.document?.openApi !== undefined && (
          <li>
            <a href={schema('openapi')}>{text.openApi}</a>
          </li>
        )}
        {detail.document?.jsonSchema !== undefined && (
          <li>
            <a href={schema('json-schema')}>{text.jsonSchema}</a>
          </li>
        )}
      </ul>
    </section>
  );
}

function Facts({ context, detail }: DefinitionPageData): VNode {
  const { strings, links } = context;
  const text = strings.definition;
  const { facts, shown } = detail;
  const reference = { catalog: shown.catalog, name: shown.addon, version: shown.version };
  return (
    <section class="facts" aria-labelledby="facts">
      <h2 id="facts">{text.facts}</h2>
      <dl>
        <Fact label={text.shown}>
          <a href={links.version(reference, 'definitions')}>
            {shown.addon} {shown.version}
          </a>{' '}
          <span class="quiet">{shown.catalog}</span>
        </Fact>
        <Fact label={text.sourceFile}>
          <a href={links.file(reference, shown.file)}>{shown.file}</a>
        </Fact>
        {facts.version !== undefined && <Fact label={text.version}>{facts.version}</Fact>}
        <Fact label={text.apiVersion}>
          <code>{facts.apiVersion}</code>
        </Fact>
        <Fact label={text.written}>{strings.definitions.schematics[facts.schematic]}</Fact>
        <Fact label={text.digest}>
          <code class="digest">{facts.digest}</code>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }): VNode {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
