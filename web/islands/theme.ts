const themes = ['auto', 'dark', 'light'];
const yearInSeconds = 365 * 24 * 60 * 60;

function readTheme(): string {
  return document.documentElement.dataset['theme'] ?? 'auto';
}

function applyTheme(button: HTMLElement, theme: string): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in Firefox and on plain http
  document.cookie = `theme=${theme}; path=${button.dataset['cookiePath'] ?? '/'}; max-age=${yearInSeconds}; samesite=lax`;
  const label = button.getAttribute(`data-label-${theme}`) ?? '';
  button.title = label;
  const words = button.querySelector('span');
  if (words !== null) words.textContent = label;
}

for (const button of document.querySelectorAll<HTMLElement>('[data-theme-switch]')) {
  button.addEventListener('click', (event) => {
    event.preventDefault();
    const next = themes[(themes.indexOf(readTheme()) + 1) % themes.length] ?? 'auto';
    applyTheme(button, next);
  });
}

export {};
