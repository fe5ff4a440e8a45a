/**
 * Opens the search dialog instead of the search page; its program comes with the first use.
 *
 * @param load Fetches what opens it, and gives the focus back to the link.
 */
export function startSearchLink(
  load: () => Promise<{ openSearch: (link: HTMLAnchorElement) => void }>,
): void {
  const link = document.querySelector<HTMLAnchorElement>('a.search-link');
  if (!link) return;

  function open(event: Event): void {
    if (!link) return;
    event.preventDefault();
    load()
      .then(({ openSearch }) => {
        openSearch(link);
      })
      .catch(() => {
        location.assign(link.href);
      });
  }

  link.addEventListener('click', (event) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) open(event);
  });
  addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const isTyping = (target as Element).matches('input, textarea, select');
    if (altKey || !(ctrlKey || metaKey ? key === 'k' : key === '/' && !isTyping)) return;
    if (!document.querySelector('dialog[open]')) open(event);
  });
}
