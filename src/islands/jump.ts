/** The answer in one sentence. */
export const VERDICT_ID = 'verdict';

/** The element from which the reader came to a line, so that the way back leads there. */
let origin: Element | null = null;

/**
 * Moves the focus and the view to an element of the page, and unfolds what it is in.
 *
 * Not by the address: every change of it makes Chromium ask for the icon again, and a page that has taken a paste asks
 * for nothing.
 */
export function jumpTo(id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  const folded = target.closest('details');
  if (folded) folded.open = true;
  const pane = target.closest<HTMLElement>('.source-lines');
  target.focus({ preventScroll: true });
  if (pane) {
    pane.scrollTop = target.offsetTop - pane.offsetTop - pane.clientHeight / 3;
    pane.scrollIntoView({ block: 'nearest' });
  } else target.scrollIntoView({ block: 'start' });
}

/** Makes a link to a line of the text jump there and remember where it stood. */
export function toLine(event: MouseEvent, id: string): void {
  event.preventDefault();
  origin = (event.currentTarget as Element).closest('.finding');
  jumpTo(id);
}

/** Makes the number of a line lead back: to the cause the reader came from if the line is its evidence, else to the first. */
export function backToCause(event: MouseEvent, id: string, causes: readonly string[]): void {
  event.preventDefault();
  jumpTo(origin?.isConnected === true && causes.includes(origin.id) ? origin.id : id);
}
