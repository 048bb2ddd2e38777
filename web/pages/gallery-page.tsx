import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { DocumentFrame } from '../components/document-frame.tsx';
import type { PageContext } from '../context/page-context.ts';
import { galleryEntries, notShownYet } from '../gallery/gallery.ts';
import { isolateIds } from '../gallery/isolate-ids.ts';
import { toSampleContext } from '../gallery/samples/context.ts';
import type { GalleryEntry, GalleryState } from '../gallery/types.ts';

/** Every component in each of its states, for whoever works on them. */
export function GalleryPage({ context }: { context: PageContext }): VNode {
  const text = context.strings.gallery;
  return (
    <DocumentFrame
      context={context}
      head={{ title: text.title, description: text.description, trail: [{ label: text.title }], noIndex: true }}
      islands={['copy']}
    >
      <h1>{text.title}</h1>
      <p class="lead">{text.lead(galleryEntries.length)}</p>
      {notShownYet.length > 0 && (
        <p class="notice notice-warn">
          {text.notShownYet(notShownYet.length)} {notShownYet.join(', ')}
        </p>
      )}
      <nav aria-label={text.contents}>
        <ul class="gallery-contents">
          {galleryEntries.map(({ component }) => (
            <li key={component}>
              <a href={`#${component}`}>{component}</a>
            </li>
          ))}
        </ul>
      </nav>
      {galleryEntries.map((entry) => (
        <EntryStates key={entry.component} context={context} entry={entry} />
      ))}
    </DocumentFrame>
  );
}

function EntryStates({ context, entry }: { context: PageContext; entry: GalleryEntry }): VNode {
  return (
    <section class="gallery-entry" aria-labelledby={entry.component}>
      <h2 id={entry.component}>{entry.component}</h2>
      {entry.states.map((state, index) => (
        <Drawing
          key={state.name}
          context={context}
          state={state}
          id={`${entry.component}-${index + 1}`}
          title={`${entry.component}, ${state.name}`}
        />
      ))}
    </section>
  );
}

interface DrawingProps {
  readonly context: PageContext;
  readonly state: GalleryState;
  readonly id: string;
  readonly title: string;
}

function Drawing({ context, state, id, title }: DrawingProps): VNode {
  const drawn = state.draw(toSampleContext(context));
  const markup = drawn === null ? '' : isolateIds(renderToStaticMarkup(drawn), { id, title });
  return (
    <>
      <h3 id={id} class="gallery-state" lang="en" aria-label={title}>
        {state.name}
      </h3>
      <div class="gallery-drawing" dangerouslySetInnerHTML={{ __html: markup }} />
    </>
  );
}
