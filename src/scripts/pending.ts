/**
 * Shows the page that `public/start.js` has hidden, because a script was about to change it; unless
 * it has a program that changes it later and shows it then: `TreeWalker`, `CodeLookup`.
 */
export function showPage(): void {
  if (!document.querySelector('.walker, .lookup'))
    delete document.documentElement.dataset['pending'];
}
