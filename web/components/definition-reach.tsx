import type { VNode } from 'preact';
import type { DefinitionPageData } from '../context/definition-page-data.ts';
import { CodeBlock } from './code-block.tsx';

/** What a definition works with, how it tells its health, and what it imports. */
export function DefinitionReach(data: DefinitionPageData): VNode {
  return (
    <>
      <Fit {...data} />
      <Status {...data} />
      <Imports {...data} />
    </>
  );
}

function Fit({ context, detail }: DefinitionPageData): VNode | null {
  const text = context.strings.definition;
  const { kind, appliesTo, conflictsWith } = detail.facts;
  const workload = detail.document?.workload;
  if (kind === 'trait') {
    return (
      <section aria-labelledby="fits">
        <h2 id="fits">{text.fits}</h2>
        <dl class="pairs-list">
          <div class="fact">
            <dt>{text.appliesTo}</dt>
            <dd>{appliesTo.length === 0 ? text.anyWorkload : <NameList names={appliesTo} any={text.anyWorkload} />}</dd>
          </div>
          <div class="fact">
            <dt>{text.conflictsWith}</dt>
            <dd>
              {conflictsWith.length === 0 ? (
                <span class="quiet">{text.noConflicts}</span>
              ) : (
                <NameList names={conflictsWith} any={text.anyWorkload} />
              )}
            </dd>
          </div>
        </dl>
      </section>
    );
  }
  if (workload === undefined) return null;
  return (
    <section aria-labelledby="fits">
      <h2 id="fits">{text.workload}</h2>
      <p>
        <code>{workload}</code>
      </p>
    </section>
  );
}

function NameList({ names, any }: { names: readonly string[]; any: string }): VNode {
  return (
    <>
      {names.map((name) =>
        name === '*' ? (
          <span key={name}>{any} </span>
        ) : (
          <code key={name} class="label">
            {name}
          </code>
        ),
      )}
    </>
  );
}

function Status({ context, detail }: DefinitionPageData): VNode | null {
  const text = context.strings.definition;
  const { document } = detail;
  if (document === undefined) return null;
  const { healthPolicy, customStatus } = document;
  if (healthPolicy === undefined && customStatus === undefined) return null;
  return (
    <section aria-labelledby="status">
      <h2 id="status">{text.status}</h2>
      <Expression context={context} title={text.healthPolicy} text={healthPolicy} />
      <Expression context={context} title={text.customStatus} text={customStatus} />
    </section>
  );
}

const maxOpenLines = 12;

interface ExpressionProps {
  readonly context: DefinitionPageData['context'];
  readonly title: string;
  readonly text: string | undefined;
}

/** A piece of CUE; a long one folds. */
function Expression({ context, title, text }: ExpressionProps): VNode | null {
  if (text === undefined) return null;
  const block = <CodeBlock context={context} label={title} text={text.trimEnd()} />;
  const folds = text.split('\n').length > maxOpenLines;
  return (
    <>
      <h3>{title}</h3>
      {folds ? (
        <details>
          <summary>{context.strings.definition.show}</summary>
          {block}
        </details>
      ) : (
        block
      )}
    </>
  );
}

function Imports({ context, detail }: DefinitionPageData): VNode | null {
  const text = context.strings.definition;
  const { imports } = detail.facts;
  if (imports.length === 0) return null;
  return (
    <section aria-labelledby="imports">
      <h2 id="imports">{text.imports}</h2>
      <p class="version-marks">
        {imports.map((path) => (
          <code key={path} class="label">
            {path}
          </code>
        ))}
      </p>
    </section>
  );
}
