const KEY = 'recent-searches';
const MAX_RECENT = 8;
const MAX_LENGTH = 300;

/** What was searched for lately, newest first; undefined when the reader has not allowed to keep it. */
export function readRecent(): readonly string[] | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return Array.isArray(stored)
      ? stored.filter((one) => typeof one === 'string').slice(0, MAX_RECENT)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Begins or ends to keep searches; what was kept is gone when it ends. */
export function allowRecent(isAllowed: boolean): void {
  try {
    if (isAllowed) localStorage.setItem(KEY, '[]');
    else localStorage.removeItem(KEY);
  } catch {
    // Blocked storage: nothing is kept.
  }
}

/** Keeps a search, if the reader allows it. Long texts are pastes, and are not kept. */
export function addRecent(query: string): void {
  const known = readRecent();
  const text = query.trim();
  if (!known || text === '' || text.length > MAX_LENGTH) return;
  try {
    const list = [text, ...known.filter((one) => one !== text)].slice(0, MAX_RECENT);
    localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // Blocked storage: nothing is kept.
  }
}
