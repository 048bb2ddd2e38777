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

async function copyFrom(button: HTMLButtonElement, label: string): Promise<void> {
  const copied = await copyText(button.dataset['copy'] ?? '');
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

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  button.hidden = false;
  const label = button.textContent;
  button.addEventListener('click', () => void copyFrom(button, label));
}

export {};
