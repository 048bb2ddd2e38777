import type { VNode } from 'preact';
import type { Plan } from '../../schemas/resolution.ts';
import { toPlanFields } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';
import { type PlanState, toWantText } from '../context/plan-state.ts';
import { toShellWord } from '../context/shell-word.ts';
import { CodeBlock } from './code-block.tsx';
import { CommandLine } from './command-line.tsx';
import { PlanMembers } from './plan-members.tsx';

interface PlanResultProps {
  readonly context: PageContext;
  readonly state: PlanState;
  readonly plan: Plan;
  /** Whether everybody may keep a lock here. */
  readonly openLocks: boolean;
}

/** What would be installed and why, what to type, and how to keep it. */
export function PlanResult({ context, state, plan, openLocks }: PlanResultProps): VNode {
  const text = context.strings.plan;
  const moved = plan.members.filter(({ action }) => action !== 'keep').length;
  const cluster = [
    ...(plan.vela === undefined ? [] : [`KubeVela ${plan.vela}`]),
    ...(plan.kubernetes === undefined ? [] : [`Kubernetes ${plan.kubernetes}`]),
  ].join(', ');
  return (
    <section class="plan-result" aria-labelledby="plan">
      <h2 id="plan">{text.planned}</h2>
      <p>
        {moved === 0 ? text.nothingToDo : text.install(moved)} {cluster !== '' && text.on(cluster)}
      </p>
      <PlanMembers context={context} members={plan.members} />
      <Notices context={context} plan={plan} />
      {moved > 0 && <Commands context={context} state={state} plan={plan} />}
      <Pin context={context} state={state} openLocks={openLocks} />
    </section>
  );
}

function Notices({ context, plan }: Pick<PlanResultProps, 'context' | 'plan'>): VNode | null {
  const text = context.strings.plan;
  const notices = [
    ...plan.notices.map((notice) => notice.text),
    ...(plan.notices.some(({ code }) => code === 'cycle')
      ? []
      : plan.cycles.map((path) => text.cycle(path.join(' → ')))),
  ];
  if (notices.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="plan-notices">
      <h3 id="plan-notices">{text.notices}</h3>
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </section>
  );
}

function Commands({ context, state, plan }: Omit<PlanResultProps, 'openLocks'>): VNode {
  const text = context.strings.plan;
  const { registry, registries, enable } = plan.commands;
  return (
    <section class="step" aria-labelledby="plan-commands">
      <h3 id="plan-commands">{text.commands}</h3>
      {registry.length > 0 && <p class="hint">{text.registries}</p>}
      {registry.map((line) => (
        <CommandLine key={line} context={context} line={line} />
      ))}
      {registry.length > 0 && (
        <details>
          <summary>{text.registryEntry}</summary>
          <CodeBlock context={context} label={text.registryEntry} text={JSON.stringify(registries, undefined, 2)} />
        </details>
      )}
      <p class="hint">{text.enable}</p>
      {enable.map((line) => (
        <CommandLine key={line} context={context} line={line} />
      ))}
      {state.installed === undefined && state.upgrade === undefined && (
        <>
          <p class="hint">{text.sameHere}</p>
          <CommandLine context={context} line={toRequestLine('chandlery plan', context, state)} />
        </>
      )}
    </section>
  );
}

/** A command of `chandlery` for the same request, without what is installed: that it takes from a file. */
function toRequestLine(command: string, { toAbsolute, links }: PageContext, state: PlanState): string {
  const { want, vela, kubernetes, prereleases } = state;
  const server = toAbsolute(links.home()).replace(/\/$/, '');
  return [
    command,
    ...want.map((each) => toShellWord(toWantText(each))),
    ...(vela === undefined ? [] : [`--vela ${toShellWord(vela)}`]),
    ...(kubernetes === undefined ? [] : [`--kubernetes ${toShellWord(kubernetes)}`]),
    ...(prereleases === undefined ? [] : ['--pre']),
    `--server ${toShellWord(server)}`,
  ].join(' ');
}

/** Keeps the request's answer as a lock; where the operator keeps locks closed, tells how to make one as a file. */
function Pin({ context, state, openLocks }: Omit<PlanResultProps, 'plan'>): VNode {
  const { strings, links } = context;
  const text = strings.plan;
  return (
    <section class="plan-pin" aria-labelledby="plan-pin">
      <h3 id="plan-pin">{text.pin}</h3>
      {openLocks ? (
        <>
          <p class="measure">{text.pinText}</p>
          <form action={links.locks()} method="post">
            {toPlanFields(state).map(([name, values]) => (
              <input key={name} type="hidden" name={name} value={values.join('\n')} />
            ))}
            <button type="submit">{text.pinSubmit}</button>
          </form>
        </>
      ) : (
        <>
          <p class="measure">{text.pinClosed}</p>
          {state.installed === undefined && (
            <CommandLine context={context} line={toRequestLine('chandlery lock write', context, state)} />
          )}
        </>
      )}
    </section>
  );
}
