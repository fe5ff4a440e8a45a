const KEY = 'handover';

/**
 * Puts a text down for the triage page of this tab, which takes it and clears it at once. Only on the reader's click.
 *
 * @returns Whether the browser kept it.
 */
export function handOver(text: string): boolean {
  try {
    sessionStorage.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}

/** Takes the text that was put down, and leaves nothing; empty when there is none. */
export function takeHandover(): string {
  try {
    const text = sessionStorage.getItem(KEY) ?? '';
    sessionStorage.removeItem(KEY);
    return text;
  } catch {
    return '';
  }
}
