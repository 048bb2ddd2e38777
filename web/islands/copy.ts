const shownForMs = 1600;

/** Copies by selecting a hidden field: browsers lend the clipboard itself to secure origins only. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}

async function copyText(text: string): Promise<boolean> {
  if (!window.isSecureContext) return copyBySelection(text);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** What a button copies: the text that it carries, or that of the address that it names. */
async function readText({ dataset }: HTMLButtonElement): Promise<string | undefined> {
  const address = dataset['copyFrom'];
  if (address === undefined) return dataset['copy'];
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}

async function copyFrom(button: HTMLButtonElement, label: string): Promise<void> {
  const text = await readText(button);
  const copied = text !== undefined && (await copyText(text));
  button.focus();
  if (!copied) return;
  button.textContent = button.dataset['copied'] ?? label;
  announcement.textContent = button.dataset['copied'] ?? '';
  setTimeout(() => {
    button.textContent = label;
    announcement.textContent = '';
  }, shownForMs);
}

const announcement = document.createElement('p');
announcement.className = 'visually-hidden';
announcement.setAttribute('role', 'status');
document.body.append(announcement);

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy], [data-copy-from]')) {
  button.hidden = false;
}

const labels = new WeakMap<HTMLButtonElement, string>();

// Buttons may come later than this script.
document.addEventListener('click', ({ target }) => {
  const button =
    target instanceof Element ? target.closest<HTMLButtonElement>('button[data-copy], button[data-copy-from]') : null;
  if (button === null) return;
  const label = labels.get(button) ?? button.textContent ?? '';
  labels.set(button, label);
  void copyFrom(button, label);
});

// A choice of how to install is shown first on the next page too.
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  const { remember, rememberPath } = target.closest<HTMLElement>('[data-remember]')?.dataset ?? {};
  if (remember === undefined || rememberPath === undefined) return;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing where the origin is not secure
  document.cookie = `${remember}=${target.value}; path=${rememberPath}; max-age=31536000; samesite=lax`;
});

export {};
