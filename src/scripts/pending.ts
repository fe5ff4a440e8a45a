/** Shows the page that `public/start.js` has hidden, because a script was about to change it. */
export function showPage(): void {
  delete document.documentElement.dataset['pending'];
}

/** The same, unless the page has a program that changes it later and shows it then. */
export function showPageUnlessLater(): void {
  if (!document.querySelector('.walker, .lookup')) showPage();
}
