/**
 * Opens the search dialog instead of the search page; its program comes with the first use. What is typed meanwhile goes
 * into its box.
 *
 * @param load Fetches what opens it, and gives the focus back to the link.
 */
export function startSearchLink(
  load: () => Promise<{
    openSearch: (link: HTMLAnchorElement, typed: () => string) => Promise<void>;
  }>,
): void {
  const link = document.querySelector<HTMLAnchorElement>('a.search-link');
  if (!link) return;
  /** What was typed since the dialog was asked for; none when it is open, or not asked for. */
  let typed: string | undefined;

  async function open(): Promise<void> {
    if (!link || typed !== undefined) return;
    typed = '';
    try {
      const { openSearch } = await load();
      await openSearch(link, () => typed ?? '');
    } catch {
      location.assign(link.href);
    }
    typed = undefined;
  }

  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void open();
  });
  // Before the keys of the page, which would take what is meant for the box.
  addEventListener(
    'keydown',
    (event) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      const isLetter = !ctrlKey && !metaKey && !altKey && key.length === 1;
      if (typed !== undefined) {
        if (!isLetter) return;
        typed += key;
        event.stopPropagation();
      } else {
        const isTyping = (target as Element).matches('input, textarea, select');
        if (altKey || !(ctrlKey || metaKey ? key === 'k' : key === '/' && !isTyping)) return;
        if (document.querySelector('dialog[open]')) return;
        void open();
      }
      event.preventDefault();
    },
    true,
  );
}
