const field = document.querySelector<HTMLInputElement>('[data-search]');

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

document.addEventListener('keydown', (event) => {
  if (field === null || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '/' && !isTyping(event.target)) {
    event.preventDefault();
    field.focus();
    field.select();
  }
  if (event.key === 'Escape' && event.target === field) field.blur();
});

export {};
