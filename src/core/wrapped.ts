/** Narrower terminals are none; longer lines are no accident of width. */
const NARROWEST = 60;
const WIDEST = 320;
/** So many lines of just the greatest length tell that they were broken there. */
const ENOUGH = 3;
/** How lines of kubectl begin that are no rest of the line above: fields, events, conditions and rows of a table. */
const STRUCTURE =
  /^\s*(?:\S+ {2,}\S|[A-Za-z][\w ()/.-]{0,60}:(?:\s|$)|(?:Normal|Warning)\s|-{3,}|[A-Z]\w+\s+(?:True|False|Unknown)\b|$)/u;

/**
 * Counts the lines that a terminal of a certain width has broken off: the readers join them to the line above, because
 * they look like nothing else. Zero when no width stands out.
 */
export function countWrapped(lines: readonly string[]): number {
  let width = 0;
  for (const { length } of lines) width = Math.max(width, length);
  if (width < NARROWEST || width > WIDEST) return 0;
  // The space at which a line was broken is lost.
  const isFull = (line: string | undefined) => line !== undefined && line.length >= width - 1;
  if (lines.filter(isFull).length < ENOUGH) return 0;
  return lines.filter((line, index) => {
    const above = lines[index - 1];
    return isFull(above) && !STRUCTURE.test(line);
  }).length;
}
