import { hydrate } from 'preact';
import Triage, { type TriageProps } from './Triage.tsx';

/** Where the page has drawn triage; loses `data-static` once it is live. */
export const ROOT_ID = 'triage';
/** Id of the data block with the words and settings that the page drew it with. */
export const PROPS_ID = 'triage-props';

/**
 * Brings triage to life. By hand and not by Astro's island, whose loader and form of data are three kilobytes that this
 * page does not have.
 */
export function startTriage(): void {
  const root = document.getElementById(ROOT_ID);
  const props = document.getElementById(PROPS_ID)?.textContent;
  if (!root || !props) return;
  hydrate(<Triage {...(JSON.parse(props) as TriageProps)} />, root);
  delete root.dataset['static'];
}
