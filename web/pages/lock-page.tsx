import type { ComponentChildren, VNode } from 'preact';
import type { Lock } from '../../schemas/lock.ts';
import { CommandLine } from '../components/command-line.tsx';
import { DocumentFrame } from '../components/document-frame.tsx';
import { LockMembers, type LockPageMember } from '../components/lock-members.tsx';
import type { PageContext } from '../context/page-context.ts';

/** The lines that install from a lock, each group in the order to run it. */
export interface LockLines {
  readonly keep: readonly string[];
  readonly remove: readonly string[];
  readonly add: readonly string[];
  readonly enable: readonly string[];
  readonly back: readonly string[];
  readonly check: readonly string[];
}

export interface LockPageData {
  readonly context: PageContext;
  readonly lock: Lock;
  /** In install order. */
  readonly members: readonly LockPageMember[];
  readonly lines: LockLines;
}

/** A pinned set: what it is, why, how to install exactly that, and whether it still holds. */
export function LockPage({ context, lock, members, lines }: LockPageData): VNode {
  const { strings, links, formats } = context;
  const text = strings.locks;
  const short = lock.id.slice(0, 12);
  const system = [
    ...(lock.vela === undefined ? [] : [`KubeVela ${lock.vela}`]),
    ...(lock.kubernetes === undefined ? [] : [`Kubernetes ${lock.kubernetes}`]),
  ].join(', ');
  const json = links.api(`/locks/${lock.id}`);
  return (
    <DocumentFrame
      context={context}
      head={{
        title: text.title(short),
        description: text.description,
        trail: [{ label: text.title(short) }],
        canonical: links.lock(lock.id),
        json,
      }}
      islands={['copy']}
    >
      <h1>{text.title(short)}</h1>
      <p class="lead">
        {text.lead(members.length)} {system !== '' && text.decidedFor(system)} {text.kept(formats.date(lock.created))}
      </p>
      <p class="lock-id">
        {text.id} <code>{lock.id}</code>
      </p>
      <p>
        <a href={links.api(`/locks/${lock.id}/chandlery.lock`)}>{text.file}</a> · <a href={json}>{text.json}</a>
      </p>
      {members.some(({ state }) => state === 'yanked' || state === 'quarantined') && (
        <div class="notice notice-warn lock-notice">
          <p>
            <strong>{text.troubled}</strong> {text.troubledText}
          </p>
        </div>
      )}
      <section class="lock-section" aria-labelledby="members">
        <h2 id="members">{text.members}</h2>
        <LockMembers context={context} members={members} />
        {lock.outside !== undefined && (
          <p>
            {text.outside} {lock.outside.map(({ name, version }) => `${name} ${version}`).join(', ')}
          </p>
        )}
      </section>
      <section class="lock-section" aria-labelledby="install">
        <h2 id="install">{text.install}</h2>
        <p class="measure">{text.only}</p>
        <Step context={context} title={text.keep} lines={lines.keep} />
        <Step context={context} title={text.remove} lines={lines.remove} />
        <Step context={context} title={text.add} lines={lines.add} />
        <Step context={context} title={text.enable} lines={lines.enable}>
          {text.enableText}
        </Step>
        <Step context={context} title={text.back} lines={lines.back}>
          {text.backText}
        </Step>
      </section>
      <section class="lock-section" aria-labelledby="check">
        <h2 id="check">{text.check}</h2>
        <p class="measure">{text.checkText}</p>
        <div class="step">
          {lines.check.map((line) => (
            <CommandLine key={line} context={context} line={line} />
          ))}
        </div>
      </section>
    </DocumentFrame>
  );
}

interface StepProps {
  readonly context: PageContext;
  readonly title: string;
  readonly lines: readonly string[];
  readonly children?: ComponentChildren;
}

function Step({ context, title, lines, children }: StepProps): VNode {
  return (
    <div class="step">
      <h3>{title}</h3>
      {children !== undefined && <p class="hint">{children}</p>}
      {lines.map((line) => (
        <CommandLine key={line} context={context} line={line} />
      ))}
    </div>
  );
}
