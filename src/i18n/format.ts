/**
 * Fills `{name}` in a text of the interface.
 *
 * Its own file, so that an island can import it without the words of both languages.
 */
export function formatText(
  text: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
