import type { VNode } from 'preact';
import type { StateEvent } from '../../schemas/version-state.ts';
import type { PageContext } from '../context/page-context.ts';

interface StateHistoryProps {
  readonly context: PageContext;
  /** Newest first. */
  readonly events: readonly StateEvent[];
}

/** Who yanked, deprecated or quarantined which version of an addon, and took it back; nothing when nobody ever did. */
export function StateHistory({ context, events }: StateHistoryProps): VNode | null {
  if (events.length === 0) return null;
  const { strings, formats } = context;
  const { history, actions } = strings.states;
  return (
    <section class="state-history" aria-labelledby="history">
      <h2 id="history">{history.heading}</h2>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{history.at}</th>
            <th scope="col">{history.action}</th>
            <th scope="col">{strings.versions.version}</th>
            <th scope="col">{history.author}</th>
            <th scope="col">{history.reason}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.sequence}>
              <th scope="row">
                <time class="nowrap" dateTime={event.at}>
                  {formats.date(event.at)}
                </time>
              </th>
              <td data-label={history.action}>{actions[event.action]}</td>
              <td data-label={strings.versions.version}>{event.version ?? history.everyVersion}</td>
              <td data-label={history.author}>{event.author}</td>
              <td data-label={history.reason}>
                {event.reason}
                {event.replacement !== undefined && (
                  <span class="quiet">
                    {' '}
                    {strings.states.replacement} {event.replacement}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
