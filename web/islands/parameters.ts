import { h, render } from 'preact';
import type { FormDescription } from '../../schemas/form.ts';
import type { JsonObject } from '../../schemas/json.ts';
import { ParameterStudio, type ParameterStudioProps } from '../components/parameter-studio.tsx';
import { addItem, type Draft, removeItem, toDraft } from '../context/form/draft.ts';
import { fillDraft } from '../context/form/fill-draft.ts';
import { toFieldId } from '../context/form/pointer.ts';
import { type StudioPlace, toStudioState, toValuesUrl } from '../context/form/studio-data.ts';
import { enForm } from '../strings/en-form.ts';
import { zhForm } from '../strings/zh-form.ts';
import { createPreviewLoop, type PreviewNews } from './parameters/create-preview-loop.ts';

const addressDelayMs = 400;
const text = document.documentElement.lang.startsWith('zh') ? zhForm : enForm;

/** Brings one form to life: what stands in it is kept here, and every change is rendered by the server. */
async function start(root: HTMLElement, place: StudioPlace): Promise<void> {
  const response = await fetch(`${place.api}/form?for=${place.line}`);
  if (!response.ok) return;
  const description: FormDescription = await response.json();
  const opened = new Set(findOpened(root));
  // What the browser kept of an earlier visit, and what was typed meanwhile, stands in the page alone.
  let draft = readForm(root);
  let news: PreviewNews | undefined;
  let addressTimer: ReturnType<typeof setTimeout> | undefined;

  function draw(): void {
    // The page of the server stands until there is something to put in its place.
    if (news === undefined) return;
    const props: ParameterStudioProps = {
      context: { text, live: true, action: place.action, toRule: (id) => `${place.rules}${id}`, opened },
      place,
      description,
      draft,
      preview: news.preview,
      trouble: toTrouble(news),
      status: toStatusText(news),
    };
    render(h(ParameterStudio, props), root);
  }

  function ask(): void {
    const { model } = toStudioState(description, draft, undefined);
    loop.ask({ parameters: model.reading.values, texts: model.reading.texts, for: place.line });
  }

  function change(next: Draft, focus?: string): void {
    draft = next;
    draw();
    if (focus !== undefined) document.getElementById(focus)?.focus();
    ask();
  }

  function keepInAddress(): void {
    clearTimeout(addressTimer);
    addressTimer = setTimeout(() => {
      const { pairs } = toStudioState(description, draft, news?.preview);
      if (pairs === undefined || news?.preview?.faults.length !== 0) return;
      const own = new URL(location.href);
      history.replaceState(history.state, '', `${toValuesUrl(own.pathname, pairs, { for: place.line })}${own.hash}`);
    }, addressDelayMs);
  }

  const loop = createPreviewLoop({
    url: `${place.api}/preview`,
    onNews(latest) {
      if (news === undefined && latest.preview === undefined) return;
      if (news === undefined) draft = readForm(root);
      news = latest;
      draw();
      if (latest.status === 'fresh') keepInAddress();
    },
  });

  function takeYaml(): void {
    const { model, shape } = toStudioState(description, draft, news?.preview);
    const { values: parameters, texts } = model.reading;
    loop.ask({ parameters, texts, for: place.line }, ({ preview }) => {
      if (preview === undefined || preview.faults.length > 0) return;
      // Came out of JSON.
      change(fillDraft(shape, preview.parameters as JsonObject));
    });
  }

  function press(op: string): void {
    const [verb = '', ...rest] = op.split(':');
    const at = rest.join(':');
    if (verb === 'add') {
      const next = addItem(readForm(root), at);
      const index = Number(next.get(`n${at}`)) - 1;
      opened.add(at).add(`${at}/${index}`);
      change(next);
      focusItem(`${at}/${index}`);
    } else if (verb === 'remove') {
      const cut = at.lastIndexOf('/');
      const list = at.slice(0, cut);
      change(removeItem(readForm(root), list, Number(at.slice(cut + 1))), `${toFieldId(list)}-add`);
    } else if (verb === 'take') takeYaml();
    else change(readForm(root));
  }

  root.addEventListener('input', () => change(readForm(root)));
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    const { submitter } = event;
    press(submitter instanceof HTMLButtonElement ? submitter.value : 'show');
  });
  root.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement)) return;
      const at = target.dataset['at'] ?? '';
      if (target.open) opened.add(at);
      else opened.delete(at);
    },
    true,
  );
  ask();
}

/** The key of an entry, else the first thing of an item that takes the focus. */
function focusItem(at: string): void {
  const id = toFieldId(at);
  (document.getElementById(`${id}-k`) ?? document.getElementById(id))?.focus();
}

function readForm(root: HTMLElement): Draft {
  const form = root.querySelector('form');
  return form === null ? new Map() : toDraft(new FormData(form));
}

function* findOpened(root: HTMLElement): Generator<string> {
  for (const fold of root.querySelectorAll<HTMLDetailsElement>('details[open]')) yield fold.dataset['at'] ?? '';
}

function toTrouble({ status }: PreviewNews): ParameterStudioProps['trouble'] {
  return status === 'tooLarge' || status === 'failed' ? status : undefined;
}

function toStatusText(news: PreviewNews): string {
  const { manifest } = text;
  switch (news.status) {
    case 'fresh':
      return manifest.fresh;
    case 'busy':
      return news.retrySeconds === undefined ? manifest.busyLive : manifest.tooMany(news.retrySeconds);
    case 'offline':
      return manifest.offline;
    case 'tooLarge':
    case 'failed':
      return '';
  }
}

for (const root of document.querySelectorAll<HTMLElement>('[data-studio]')) {
  const place: StudioPlace = JSON.parse(root.dataset['studio'] ?? '{}');
  // Without an answer the plain form stays what it is.
  start(root, place).catch(() => undefined);
}
