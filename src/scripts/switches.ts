/** The link to the other language stays at the section, and the choice is remembered. */
export function startLanguageSwitch(): void {
  const link = document.querySelector<HTMLAnchorElement>('#language');
  link?.addEventListener('click', () => {
    link.hash = location.hash;
    link.search = location.search;
    // public/start.js reads it.
    remember('language', link.dataset['locale'] ?? '');
  });
}

/** Shows the choice of a theme; without script the system decides. */
export function startThemeSwitch(): void {
  const label = document.querySelector<HTMLElement>('.theme');
  const select = label?.querySelector('select');
  if (!label || !select) return;
  const root = document.documentElement;
  select.value = root.dataset['theme'] ?? 'system';
  select.addEventListener('change', () => {
    const theme = select.value;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    remember('theme', theme);
  });
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Blocked storage: the choice lasts as long as the page.
  }
}
