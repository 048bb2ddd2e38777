import type { VNode } from 'preact';
import type { Preview, PreviewDocument } from '../../schemas/preview.ts';
import type { FormContext } from '../context/form/form-context.ts';
import { ManifestLines, toDifferenceRuns, toLineRuns } from './manifest-lines.tsx';

/** Why there is no manifest to show, although nothing is wrong with the values. */
export type ManifestTrouble = 'busy' | 'tooLarge' | 'pending' | 'failed' | 'quarantined';

interface ManifestViewProps {
  readonly context: FormContext;
  readonly preview: Preview | undefined;
  readonly trouble: ManifestTrouble | undefined;
  /** Whether only required values are missing. */
  readonly incomplete: boolean;
  /** All of it as YAML; undefined when the values are too long for an address. */
  readonly bundleHref: string | undefined;
}

/** What enabling with the values of the form writes: the Application, the other objects, and what differs from the defaults. */
export function ManifestView({ context, preview, trouble, incomplete, bundleHref }: ManifestViewProps): VNode {
  const text = context.text.manifest;
  return (
    <>
      {trouble !== undefined && (
        <div class="notice notice-warn">
          <p>{toTroubleText(context, trouble)}</p>
        </div>
      )}
      {preview !== undefined && <Outcome context={context} preview={preview} incomplete={incomplete} />}
      {bundleHref !== undefined && preview?.outcome.kind === 'rendered' && (
        <p class="hint">
          <a href={bundleHref}>{text.whole}</a>
        </p>
      )}
    </>
  );
}

function toTroubleText({ text: { manifest: text } }: FormContext, trouble: ManifestTrouble): string {
  switch (trouble) {
    case 'busy':
      return `${text.busy}. ${text.busyText}`;
    case 'tooLarge':
      return text.tooLarge;
    case 'pending':
      return text.pending;
    case 'failed':
      return text.failed;
    case 'quarantined':
      return text.quarantined;
  }
}

function Outcome({
  context,
  preview,
  incomplete,
}: Required<Pick<ManifestViewProps, 'context' | 'incomplete'>> & { preview: Preview }): VNode {
  const text = context.text.manifest;
  const { outcome } = preview;
  switch (outcome.kind) {
    case 'rendered':
      return <Rendered context={context} outcome={outcome} />;
    case 'refused':
      return (
        <div class={incomplete ? 'notice' : 'notice notice-bad'}>
          <p>
            <strong>{incomplete ? text.incomplete : text.refused(preview.for)}</strong>
          </p>
          <p>{text.message}:</p>
          <pre class="manifest-message">{outcome.message}</pre>
          <ul class="manifest-findings">
            {outcome.findings.slice(0, 20).map((finding) => (
              <li key={`${finding.file}:${finding.line}:${finding.column} ${finding.message}`}>
                <code>
                  {finding.file}:{finding.line}:{finding.column}
                </code>{' '}
                {finding.message} <a href={context.toRule(finding.rule)}>{finding.rule}</a>
              </li>
            ))}
          </ul>
        </div>
      );
    case 'unreadable':
      return (
        <div class="notice notice-bad">
          <p>
            <strong>{text.unreadable}</strong> {text.unreadableText}
          </p>
          <ul>
            {preview.faults.map(({ pointer, message, line, column }) => (
              <li key={`${pointer} ${message}`}>
                {pointer !== '' && <code>{pointer}</code>} {context.text.form.yamlFault(line, column, message)}
              </li>
            ))}
          </ul>
        </div>
      );
  }
}

type RenderedOutcome = Extract<Preview['outcome'], { kind: 'rendered' }>;

function Rendered({ context, outcome }: { context: FormContext; outcome: RenderedOutcome }): VNode {
  const text = context.text.manifest;
  const { documents, compared, notes, warnings } = outcome;
  const application = documents.find(({ from, state }) => from === 'application' && state !== 'removed');
  const others = documents.filter((document) => document !== application);
  const differing = documents.filter(({ state }) => state !== 'same');
  const count = documents.reduce((sum, document) => sum + countDiffering(document), 0);
  return (
    <>
      <p class="manifest-count">
        {compared ? (count === 0 ? text.noDifference : text.changed(count)) : text.notCompared}
      </p>
      {differing.length > 0 && (
        <details class="manifest-part" open data-at="difference">
          <summary>
            {text.difference} <span class="tab-count">{differing.length}</span>
          </summary>
          {differing.map((document) => (
            <div key={toDocumentKey(document)}>
              <p class="manifest-name">
                {document.kind} {document.name} <span class="label">{text.states[document.state]}</span>
              </p>
              {document.state === 'changed' && document.text !== undefined && (
                <ManifestLines context={context} runs={toDifferenceRuns(toLineRuns(document))} />
              )}
            </div>
          ))}
        </details>
      )}
      {application !== undefined && (
        <details class="manifest-part" open data-at="application">
          <summary>{text.application}</summary>
          <DocumentText context={context} document={application} />
        </details>
      )}
      {others.length > 0 && (
        <details class="manifest-part" data-at="objects" open={context.opened.has('objects')}>
          <summary>
            {text.objects} <span class="tab-count">{others.length}</span>
          </summary>
          {others.map((document) => (
            <ObjectEntry key={toDocumentKey(document)} context={context} document={document} />
          ))}
        </details>
      )}
      {notes !== undefined && (
        <details class="manifest-part" data-at="notes" open={context.opened.has('notes')}>
          <summary>{text.notes}</summary>
          <pre class="manifest-message">{notes}</pre>
        </details>
      )}
      {warnings.length > 0 && (
        <div class="notice notice-warn">
          <p>{text.warnings}:</p>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function ObjectEntry({ context, document }: { context: FormContext; document: PreviewDocument }): VNode {
  const text = context.text.manifest;
  const at = toDocumentKey(document);
  return (
    <details class="manifest-object" data-at={at} open={context.opened.has(at)}>
      <summary>
        {document.kind} <strong>{document.name}</strong>{' '}
        {document.state !== 'same' && <span class="label">{text.states[document.state]}</span>}{' '}
        <span class="field-count">{text.lines(document.lines)}</span>
      </summary>
      <DocumentText context={context} document={document} />
    </details>
  );
}

function DocumentText({ context, document }: { context: FormContext; document: PreviewDocument }): VNode {
  const text = context.text.manifest;
  if (document.text === undefined) return <p class="hint">{text.large}</p>;
  if (document.state === 'removed') {
    return <ManifestLines context={context} runs={[{ kind: 'removed', text: document.text, count: document.lines }]} />;
  }
  return <ManifestLines context={context} runs={toLineRuns(document)} />;
}

function toDocumentKey({ from, kind, name, state }: PreviewDocument): string {
  return `${state === 'removed' ? '-' : ''}${from} ${kind} ${name}`;
}

function countDiffering({ state, lines, added = [], removed = [] }: PreviewDocument): number {
  return state === 'added' || state === 'removed' ? lines : added.length + removed.length;
}
