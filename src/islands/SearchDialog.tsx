import { render } from 'preact';
import { loadMatcher, type Matcher } from '../search/load.ts';
import styles from '../styles/search.css?url';
import Search from './Search.tsx';

interface Props {
  readonly matcher: Matcher;
  /** The search page. */
  readonly href: string;
  readonly close: () => void;
  /** What stands in the box at first. */
  readonly initial: string;
}

/** The search of every page: the matcher alone, because most pages may not send a request. */
function DialogContent({ matcher, href, close, initial }: Props) {
  const { text } = matcher;
  return (
    <Search matcher={matcher} initial={initial}>
      {(query) => (
        <p class="search-foot">
          {/* Behind #, so that the text does not reach the host. */}
          <a href={query === '' ? href : `${href}#q=${encodeURIComponent(query)}`}>
            {text['search.all']}
          </a>
          <span class="muted">{text['search.keys']}</span>
          <button type="button" onClick={close}>
            {text['search.close']}
          </button>
        </p>
      )}
    </Search>
  );
}

let opened: HTMLDialogElement | undefined;

/** Adds the styles of the dialog to the page, once; done when they hold. */
function loadStyles(): Promise<unknown> {
  const link = document.createElement('link');
  if (document.querySelector(`link[href="${styles}"]`)) return Promise.resolve();
  const done = new Promise((resolve) => {
    link.addEventListener('load', resolve);
    // Without styles it works, too.
    link.addEventListener('error', resolve);
  });
  link.rel = 'stylesheet';
  link.href = styles;
  document.head.append(link);
  return done;
}

/**
 * Opens the search dialog over the page; loads what it needs the first time. Rejects when that cannot be loaded. On the
 * search page it goes to the box there.
 *
 * @param link Leads to the search page; names the dialog, and in `data-search-data` what the matcher knows.
 * @param typed What was typed until now; goes into the box.
 */
export async function openSearch(
  { href, dataset, textContent }: HTMLAnchorElement,
  typed: () => string,
): Promise<void> {
  const box = document.querySelector<HTMLInputElement>('main .search-box');
  if (box) {
    box.focus();
    box.select();
    return;
  }
  if (opened?.isConnected) return;
  const [matcher] = await Promise.all([loadMatcher(dataset['searchData'] ?? ''), loadStyles()]);
  const dialog = document.createElement('dialog');
  opened = dialog;
  dialog.className = 'search-dialog';
  dialog.setAttribute('aria-label', textContent.trim());
  document.body.append(dialog);
  const close = () => {
    dialog.close();
  };
  dialog.addEventListener('close', () => {
    render(null, dialog);
    dialog.remove();
  });
  dialog.addEventListener('keydown', (event) => {
    // A browser would first empty the box.
    if (event.key === 'Escape' && !event.isComposing) close();
  });
  dialog.addEventListener('click', (event) => {
    // A click beside the content is on the dialog itself; one on a link to this page only jumps.
    if (event.target === dialog || (event.target as Element).closest('a[href]')) close();
  });
  render(<DialogContent matcher={matcher} href={href} close={close} initial={typed()} />, dialog);
  dialog.showModal();
}
