import { digestOf } from '../../digest.ts';
import type { SearchBatch, SearchIndex } from '../../search/types.ts';
import type { LineRules } from '../../storage/types.ts';
import type { DefinitionIndex } from '../create-definition-index.ts';
import type { CatalogDefinition, CatalogView, CatalogViews } from '../types.ts';
import { listSearchSubjects } from './list-search-subjects.ts';
import { type SearchContent, type SearchSubject, toSearchDocuments } from './search-documents.ts';

export interface SearchProjectionOptions {
  readonly views: CatalogViews;
  readonly catalogs: readonly CatalogDefinition[];
  readonly getDefinitions: () => Promise<DefinitionIndex>;
  readonly readContent: (subject: SearchSubject) => Promise<SearchContent>;
  readonly index: Pick<SearchIndex, 'listGroups' | 'save' | 'remove'>;
  /** The rules of now, which decide what is known of a content. */
  readonly lines: readonly LineRules[];
}

/** Keeps the search index in step with the views. */
export interface SearchProjection {
  /** Done when the index holds what the views of now show. Throws SEARCH_UNAVAILABLE. */
  update(): Promise<void>;
  /** Whether the index holds the views of now. */
  isCurrent(): boolean;
  /** Whether the index ever held whole views: before that it may lack what is listed. */
  isReady(): boolean;
  /** The index may have lost what it held: it is looked at again at the next update. */
  doubt(): void;
  /** Changes whenever an answer of the index may have. */
  readonly epoch: number;
}

/** Raised by hand when equal content is to give other documents than before. */
const revision = 1;
const groupsPerSave = 25;

/** Projects the views into an index: what did not change is not read again, and what is no longer listed is removed. */
export function createSearchProjection(options: SearchProjectionOptions): SearchProjection {
  const { views, catalogs, index } = options;
  const rules = options.lines.map(({ line, ruleSet }) => `${line} ${ruleSet}`).join('\n');
  let projected: readonly CatalogView[] | undefined;
  let ready = false;
  let epoch = 0;
  let running: Promise<void> | undefined;
  let following: Promise<void> | undefined;

  async function save(subjects: readonly { readonly subject: SearchSubject; readonly fingerprint: string }[]) {
    for (let start = 0; start < subjects.length; start += groupsPerSave) {
      const batches: SearchBatch[] = [];
      for (const { subject, fingerprint } of subjects.slice(start, start + groupsPerSave)) {
        const documents = toSearchDocuments(subject, await options.readContent(subject));
        batches.push({ group: groupOf(subject), fingerprint, documents });
      }
      await index.save(batches);
      epoch += 1;
    }
  }

  async function project(): Promise<void> {
    const current = views.listViews();
    if (isSame(projected, current)) return;
    const definitions = await options.getDefinitions();
    const wanted = listSearchSubjects({ catalogs, views: current, definitions }).map((subject) => ({
      subject,
      fingerprint: toFingerprint(subject, rules),
    }));
    const held = await index.listGroups();
    const groups = new Set(wanted.map(({ subject }) => groupOf(subject)));
    await save(wanted.filter(({ subject, fingerprint }) => held.get(groupOf(subject)) !== fingerprint));
    const gone = [...held.keys()].filter((group) => !groups.has(group));
    if (gone.length > 0) await index.remove(gone);
    epoch += 1;
    projected = current;
    ready = true;
  }

  function update(): Promise<void> {
    if (running === undefined) {
      running = project().finally(() => {
        running = undefined;
      });
      return running;
    }
    // One under way may have read before the latest change, so one more follows it, for everybody who asks meanwhile.
    following ??= running
      .catch(() => undefined)
      .then(() => {
        following = undefined;
        return update();
      });
    return following;
  }

  return {
    update,
    isCurrent: () => isSame(projected, views.listViews()),
    isReady: () => ready,
    doubt() {
      projected = undefined;
      ready = false;
    },
    get epoch() {
      return epoch;
    },
  };
}

function groupOf({ catalog, addon }: SearchSubject): string {
  return `${catalog}/${addon.name}`;
}

function isSame(before: readonly CatalogView[] | undefined, now: readonly CatalogView[]): boolean {
  return before?.length === now.length && before.every((view, index) => view === now[index]);
}

/** Differs whenever the documents do: of what has to be read, what it is read by. */
function toFingerprint({ shown, owned, weight }: SearchSubject, rules: string): string {
  const { version, tags, description, treeDigest, digest, published, verdicts, evaluated } = shown;
  const judged = verdicts.map(({ line, render, admitted }) => [line, render, admitted]);
  const definitions = owned.map((owner) => [owner.current, owner.shown.view.version, owner.shown.entry]);
  const content = { version, tags, description, treeDigest, digest, published, judged, evaluated, definitions, weight };
  return digestOf(JSON.stringify([revision, rules, content]));
}
