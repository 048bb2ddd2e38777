import type { SearchResults } from '../../schemas/search.ts';
import type { SearchFieldWords } from '../context/search-field.ts';
import { createAsker } from './search/ask-server.ts';
import { drawResults } from './search/draw-results.ts';

const itemsOfGroup = 5;

/** Makes a search field show what is found as somebody types: a combobox with a list box, as the ARIA Authoring Practices describe it. */
function bringToLife(form: HTMLFormElement, field: HTMLInputElement): void {
  const words: SearchFieldWords = JSON.parse(form.dataset['words'] ?? '{}');
  const { base = '' } = form.dataset;
  const box = document.createElement('div');
  const status = document.createElement('p');
  let active = -1;
  let options: HTMLElement[] = [];

  box.id = `${field.id}-results`;
  box.className = 'search-results';
  box.hidden = true;
  box.setAttribute('role', 'listbox');
  box.setAttribute('aria-label', words.results);
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  form.append(box, status);
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-haspopup', 'listbox');
  field.setAttribute('aria-expanded', 'false');
  field.setAttribute('aria-controls', box.id);

  function toParameters(q: string): URLSearchParams {
    const parameters = new URLSearchParams({ q });
    const catalog = new FormData(form).get('catalog');
    if (typeof catalog === 'string' && catalog !== '') parameters.set('catalog', catalog);
    return parameters;
  }

  const asker = createAsker({
    toUrl: (q) => {
      const parameters = toParameters(q);
      parameters.set('limit', String(itemsOfGroup));
      return `${base}/api/v1/search?${parameters}`;
    },
    onAnswer: show,
  });

  function show(results: SearchResults | undefined): void {
    if (results === undefined || document.activeElement !== field) {
      close();
      return;
    }
    const q = field.value.trim();
    const parts = drawResults(results, { words, base, q, toPage: (text) => `${form.action}?${toParameters(text)}` });
    box.replaceChildren(...parts);
    options = [...box.querySelectorAll<HTMLElement>('[role=option]')];
    for (const [index, option] of options.entries()) option.id = `${box.id}-${index}`;
    box.scrollTop = 0;
    choose(-1);
    box.hidden = false;
    field.setAttribute('aria-expanded', 'true');
    const found = results.groups.reduce((sum, { items }) => sum + items.length, 0);
    status.textContent = found === 0 ? words.none : words.status.replace('#', String(found));
  }

  function close(): void {
    asker.stop();
    choose(-1);
    box.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    status.textContent = '';
  }

  function choose(index: number): void {
    options[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = options[index];
    if (option === undefined) {
      field.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', option.id);
  }

  function ask(): void {
    const q = field.value.trim();
    if (q === '') close();
    else asker.ask(q);
  }

  /** Past either end stands the field itself. */
  function move(step: 1 | -1): void {
    const places = options.length + 1;
    if (box.hidden) ask();
    else choose(((active + 1 + step + places) % places) - 1);
  }

  function handleEscape(): void {
    if (!box.hidden) close();
    else if (field.value !== '') field.value = '';
    else field.blur();
  }

  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) ask();
  });
  field.addEventListener('compositionend', ask);
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const chosen = options[active];
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp' && event.altKey) close();
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') handleEscape();
    else if (event.key === 'Enter' && !box.hidden && chosen !== undefined) chosen.click();
    else return;
    event.preventDefault();
  });
  field.addEventListener('blur', close);
  // A press would take the focus from the field, and with it the list that is pressed on.
  box.addEventListener('mousedown', (event) => event.preventDefault());
  window.addEventListener('pageshow', close);
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-words]')) {
  const field = form.querySelector<HTMLInputElement>('[data-search]');
  if (field !== null) bringToLife(form, field);
}
