import type { ComponentChildren, VNode } from 'preact';
import { CodeBlock } from '../components/code-block.tsx';
import { CommandLine } from '../components/command-line.tsx';
import { DocumentFrame } from '../components/document-frame.tsx';
import { NextRun, PublishSources } from '../components/publish-sources.tsx';
import type { PageContext } from '../context/page-context.ts';
import {
  type PublishPlace,
  toBranchLines,
  toCheckLines,
  toCheckWorkflow,
  toCommitLines,
  toExampleFolder,
  toReadLines,
} from '../context/publish-lines.ts';

export interface PublishPageData {
  readonly context: PageContext;
  /** Every source that pull requests can be made to. */
  readonly places: readonly PublishPlace[];
  /** The one that the lines are for. */
  readonly chosen: PublishPlace | undefined;
}

/** The three ways in which an addon could come here: one that is open, and what stands in place of the other two. */
export function PublishPage({ context, places, chosen }: PublishPageData): VNode {
  const { strings, links } = context;
  const text = strings.publish;
  return (
    <DocumentFrame
      context={context}
      head={{
        title: text.title,
        description: text.description,
        canonical: links.publish(),
        trail: [{ label: text.title }],
      }}
      islands={['copy']}
    >
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <section class="step" aria-labelledby="pull-request">
        <h2 id="pull-request">{text.pull}</h2>
        <p class="measure">{chosen === undefined ? text.none : text.pullText}</p>
        {chosen !== undefined && (
          <>
            <PublishSources context={context} places={places} chosen={chosen} />
            <PullRequest context={context} place={chosen} />
          </>
        )}
      </section>
      <section class="step" aria-labelledby="push">
        <h2 id="push">{text.push}</h2>
        <p class="notice">{text.pushNot}</p>
        <p class="measure">{text.pushText}</p>
      </section>
      <section class="step" aria-labelledby="identity">
        <h2 id="identity">{text.identity}</h2>
        <p class="notice">{text.identityNot}</p>
        <p class="measure">{text.identityText}</p>
      </section>
    </DocumentFrame>
  );
}

function PullRequest({ context, place }: { context: PageContext; place: PublishPlace }): VNode {
  const { strings, links } = context;
  const text = strings.publish;
  return (
    <>
      <Part title={text.branch} text={text.branchText} context={context} lines={toBranchLines(place)} />
      <Part title={text.write} text={text.writeText(toExampleFolder(place))} context={context} lines={[]} />
      <Part title={text.check} text={text.checkText} context={context} lines={toCheckLines(place)}>
        <p class="hint">{text.install(context.serverVersion)}</p>
        <p>
          <a href={links.rules()}>{text.mergedRules}</a>
        </p>
      </Part>
      <Part title={text.propose} text={text.proposeText} context={context} lines={toCommitLines(place)} />
      <Part title={text.ci} text={text.ciText} context={context} lines={[]}>
        <CodeBlock context={context} label={text.ciLabel} text={toCheckWorkflow(place)} />
        <p class="hint">{text.ciElsewhere}</p>
      </Part>
      <h3>{text.merged}</h3>
      <p class="measure">
        {text.mergedSync} <NextRun context={context} source={place.source} /> {text.mergedState}{' '}
        <a href={links.source(place.source)}>{place.source}</a>
      </p>
      <p class="measure">{text.mergedFindings}</p>
      <p class="measure">{text.mergedNow}</p>
      {toReadLines(place, context.toAbsolute(links.page(''))).map((line) => (
        <CommandLine key={line} context={context} line={line} />
      ))}
    </>
  );
}

interface PartProps {
  readonly context: PageContext;
  readonly title: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly children?: ComponentChildren;
}

function Part({ context, title, text, lines, children }: PartProps): VNode {
  return (
    <>
      <h3>{title}</h3>
      <p class="measure">{text}</p>
      {lines.map((line) => (
        <CommandLine key={line} context={context} line={line} />
      ))}
      {children}
    </>
  );
}
