import { takesLetters } from './keyboard/takes-letters.ts';

const storageName = 'chandlery-keys';
const dialog = document.querySelector<HTMLDialogElement>('[data-keys]');
const choice = document.querySelector<HTMLInputElement>('[data-keys-choice]');

/** Single keys can be switched off: voice control types them without meaning to. */
function areKeysOn(): boolean {
  try {
    return localStorage.getItem(storageName) !== 'off';
  } catch {
    return true;
  }
}

function keepChoice(on: boolean): void {
  try {
    localStorage.setItem(storageName, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing keeps the keys on.
  }
}

function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[data-search]');
  field?.focus();
  field?.select();
}

/** Goes from entry to entry of the lists of a page; the browser itself opens what has the focus. */
function moveBy(step: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')].filter((item) => item.checkVisibility());
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? items.indexOf(focused) : -1;
  const next = at === -1 ? items[step === 1 ? 0 : items.length - 1] : items[at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function copyFirstLine(): void {
  (findVisible('[data-copy-first]') ?? findVisible('[data-copy]'))?.click();
}

function findVisible(selector: string): HTMLButtonElement | undefined {
  return [...document.querySelectorAll<HTMLButtonElement>(selector)].find((button) => button.checkVisibility());
}

const actions: Readonly<Record<string, () => void>> = {
  '/': focusSearch,
  '?': () => dialog?.showModal(),
  j: () => moveBy(1),
  k: () => moveBy(-1),
  c: copyFirstLine,
};

/** Closes the menu that has the focus. */
function closeMenu(): void {
  const menu = document.activeElement?.closest<HTMLDetailsElement>('[data-menu][open]');
  menu?.removeAttribute('open');
  menu?.querySelector('summary')?.focus();
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closeMenu();
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (takesLetters(event.target) || document.querySelector('dialog[open]') !== null) return;
  const action = actions[event.key];
  if (action === undefined || !areKeysOn()) return;
  event.preventDefault();
  action();
});

if (choice !== null) {
  choice.checked = areKeysOn();
  choice.addEventListener('change', () => keepChoice(choice.checked));
}
