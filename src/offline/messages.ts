/** What the pages and the worker must agree on. */

/** Where the worker keeps the files of a group. Several sites may share one host. */
export function toCacheName(base: string, group: string, part: number): string {
  return `${toCachePrefix(base)}${group} ${part}`;
}

export function toCachePrefix(base: string): string {
  return `pod-triage ${base} `;
}

/** In `localStorage`, when the reader switched offline use off. */
export const SWITCHED_OFF = 'offline-off';
