import { indentOf, isPrompt } from '../lines.ts';
import type { Steps } from '../steps.ts';
import type { SourceLine } from '../types.ts';
import { beginsJson, findJson, type JsonRange } from './json-lines.ts';
import { breakLongLines } from './long-lines.ts';
import {
  dropEllipses,
  dropManagedFields,
  expandTabs,
  joinWrapped,
  type ManifestLine,
} from './mend.ts';
import { findYaml, findYamlIndent, type YamlRange } from './yaml-lines.ts';

/** A run of lines for a parser: a document, or one item of a list, so that a broken one does not spoil the others. */
export interface ManifestPart {
  /** First and last line that belong to it, with those that are left out of `lines`. */
  readonly from: number;
  readonly to: number;
  readonly format: 'yaml' | 'json';
  /** What the parser reads. Some lines are left out or changed; all keep their numbers. */
  readonly lines: readonly ManifestLine[];
  /** Kind of an item that does not say it itself, because its list does. */
  readonly kind?: string;
}

/** Lines between two pauses. */
const LINES_IN_SLICE = 5000;
const DESCRIBE_NAME = /^(\s*)Name:\s+\S/u;
const SEPARATOR = /^\s*---(?:\s+(?:#[^]*)?)?$/u;
/** Lines of an object whose beginning was not copied, such as the rest of `managedFields`. */
const HEADLESS = /^\s+(?:- )?["']?[a-z.][^\s:]*(?::[^\s:]+)*["']?:(?:\s|$)/u;
const OF_METADATA = /^\s*(?:name|namespace|uid|resourceVersion):\s/u;

const isBlank = (line: SourceLine | undefined) => line === undefined || line.text.trim() === '';

const range = (lines: readonly ManifestLine[], from: number, to: number) => ({
  from: lines[from]?.number ?? 1,
  to: lines[to]?.endNumber ?? lines[to]?.number ?? 1,
});

/** How a list of one kind says what its items are. */
const TYPED_LIST =
  /(?:^|[{,])\s*["']?kind["']?:\s*["']?([A-Z][A-Za-z0-9]{0,62})List["']?\s*(?:[,}]|$)/u;
const ITEM_KIND = /^\s*(?:- )?kind: /u;

interface Item {
  readonly start: number;
  end: number;
}

/** What stands before the first and behind the last item of a list. */
const around = (lines: readonly ManifestLine[], items: readonly Item[]) => [
  ...lines.slice(0, items[0]?.start),
  ...lines.slice(items.at(-1)?.end),
];

/** The kind of the items of a list that names it, such as `PodList`; undefined for a `List` of anything. */
function kindOfItems(frame: readonly ManifestLine[]): string | undefined {
  for (const { text } of frame) {
    const kind = TYPED_LIST.exec(text)?.[1];
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** Where the items of a YAML list stand, when it is known of each what it is. */
function* findItems(lines: readonly ManifestLine[]): Steps<readonly Item[]> {
  const head = lines.findIndex(({ text }) => /^\s*items:\s*$/u.test(text));
  const first = lines.findIndex(({ text }, index) => index > head && text.trim() !== '');
  const text = lines[first]?.text ?? '';
  const indent = indentOf(text);
  if (head < 0 || !/^\s*- /u.test(text) || indent < indentOf(lines[head]?.text ?? '')) return [];
  const items: Item[] = [];
  let withKind = 0;
  let hasKind = false;
  for (let i = first; i < lines.length; i += 1) {
    if (i % LINES_IN_SLICE === 0) yield;
    const line = lines[i]?.text ?? '';
    const width = indentOf(line);
    const last = items.at(-1);
    if (width === indent && /^\s*- /u.test(line)) {
      items.push({ start: i, end: i + 1 });
      hasKind = false;
    } else if (last && (line.trim() === '' || width > indent)) last.end = i + 1;
    else break;
    if (!hasKind && width <= indent + 2 && ITEM_KIND.test(line)) {
      hasKind = true;
      withKind += 1;
    }
  }
  return withKind === items.length || kindOfItems(around(lines, items)) !== undefined ? items : [];
}

/** Makes one part of each item and one of what stands around them. */
function splitItems(
  lines: readonly ManifestLine[],
  items: readonly Item[],
  format: ManifestPart['format'],
): ManifestPart[] {
  const [first] = items;
  if (!first) return [{ ...range(lines, 0, lines.length - 1), format, lines }];
  const frame = around(lines, items);
  const kind = kindOfItems(frame);
  return [
    { ...range(lines, 0, first.start - 1), format, lines: frame },
    ...items.map(({ start, end }, index) => ({
      ...range(lines, start, (items[index + 1]?.start ?? lines.length) - 1),
      format,
      lines: lines.slice(start, end),
      ...(kind === undefined ? {} : { kind }),
    })),
  ];
}

function* takeYaml(
  lines: readonly SourceLine[],
  { start, end, indent, wrapped }: YamlRange,
  widest: number,
): Steps<ManifestPart[]> {
  const own = lines.slice(start, end);
  // An empty line inside of a text would be a line break.
  const joined =
    wrapped.size === 0
      ? own
      : joinWrapped(own, (index) => wrapped.has(start + index), widest).filter(
          (_, index) => !wrapped.has(start + index),
        );
  yield;
  const expanded = expandTabs(joined);
  yield;
  const whole = dropEllipses(expanded);
  yield;
  const [first, ...rest] = dropManagedFields(whole);
  yield;
  if (!first) return [];
  // The first line of a copied text may have lost its indent.
  const second = rest.find(({ text }) => text.trim() !== '');
  const isShifted = indentOf(lines[start]?.text ?? '') !== indent && second !== undefined;
  const head = isShifted
    ? { ...first, text: ' '.repeat(indentOf(second.text)) + first.text }
    : first;
  const body = [head, ...rest];
  const items = yield* findItems(body);
  yield;
  return splitItems(body, items, 'yaml');
}

function* takeJson(
  lines: readonly SourceLine[],
  { start, end, items, tail, wrapped }: JsonRange,
  widest: number,
): Steps<ManifestPart[]> {
  const whole = lines.slice(start, end);
  const joined =
    wrapped.size === 0 ? whole : joinWrapped(whole, (index) => wrapped.has(start + index), widest);
  yield;
  const own = dropEllipses(joined);
  yield;
  const last = own.at(-1);
  if (last && tail > 0) own[own.length - 1] = { ...last, text: last.text.slice(0, -tail) };
  return splitItems(
    own,
    items.map((item) => ({ start: item.start - start, end: item.end - start })),
    'json',
  ).map((part, index) => {
    const kept = dropManagedFields(expandTabs(part.lines));
    const end = kept.at(-1);
    // The comma between two items.
    if (index > 0 && end) kept[kept.length - 1] = { ...end, text: end.text.replace(/,\s*$/u, '') };
    return { ...part, lines: kept };
  });
}

/**
 * Takes the lines above a document into it: the `---` before it, and the rest of an object whose beginning was not
 * copied. Names in that rest are put below a `metadata:` again.
 */
function takeAbove(
  lines: readonly SourceLine[],
  start: number,
  done: number,
  isWhole: boolean,
): { start: number; head: SourceLine[] } {
  let from = start;
  while (from > done && isBlank(lines[from - 1])) from -= 1;
  if (from > done && SEPARATOR.test(lines[from - 1]?.text ?? ''))
    return { start: from - 1, head: [] };
  from = start;
  while (!isWhole && from > done && HEADLESS.test(lines[from - 1]?.text ?? '')) from -= 1;
  const above = lines.slice(from, start);
  const indent = above.reduce((least, { text }) => Math.min(least, indentOf(text)), Infinity);
  const fields = above.slice(
    above.findIndex(({ text }) => indentOf(text) === indent && !/^\s*- /u.test(text)),
  );
  const [first] = fields;
  const lead = /^ */u.exec(lines[start]?.text ?? '')?.[0] ?? '';
  const isNamed = fields.some(({ text }) => indentOf(text) === indent && OF_METADATA.test(text));
  return {
    start: from,
    head: first && isNamed ? [{ ...first, text: `${lead}metadata:` }, ...fields] : [],
  };
}

/**
 * Finds the parts of a paste that are YAML or JSON of the API, among any other text.
 *
 * Inside of a describe output only what stands at its first level is believed: an argument or a label can look the
 * same. Lines that are no part of it stay for the other readers.
 */
export function* cutManifests(source: readonly SourceLine[]): Steps<ManifestPart[]> {
  const lines = yield* breakLongLines(source);
  const parts: ManifestPart[] = [];
  const widest = lines.reduce((most, { text }) => Math.max(most, text.length), 0);
  let describe: number | undefined;
  let done = 0;
  // Up to here nothing told of the API: no part of it is looked for once more.
  let barren = 0;
  for (let i = 0; i < lines.length; i += 1) {
    if (i % LINES_IN_SLICE === LINES_IN_SLICE - 1) yield;
    const text = lines[i]?.text ?? '';
    if (DESCRIBE_NAME.test(text)) describe = indentOf(text);
    else if (describe !== undefined && isPrompt(text)) describe = undefined;
    if (describe !== undefined && indentOf(text) > describe) continue;
    const indent = findYamlIndent(lines, i, i < barren);
    let found: YamlRange | JsonRange | undefined;
    let own: ManifestPart[] = [];
    if (indent !== undefined) {
      const yaml = (found = yield* findYaml(lines, i, indent, widest));
      if (yaml.isTelling) own = yield* takeYaml(lines, yaml, widest);
    } else if (i >= barren && beginsJson(lines, i)) {
      const json = (found = yield* findJson(lines, i));
      if (json.isTelling) own = yield* takeJson(lines, json, widest);
    }
    if (!found) continue;
    const { end } = found;
    const [first] = own;
    if (!first) {
      barren = Math.max(barren, end);
      continue;
    }
    const above = takeAbove(lines, i, done, !('isWhole' in found) || found.isWhole);
    own[0] = {
      ...first,
      from: lines[above.start]?.number ?? first.from,
      lines: [...above.head, ...first.lines],
    };
    const last = own.at(-1);
    // What was left out at its end belongs to it all the same.
    if (last) own[own.length - 1] = { ...last, to: lines[end - 1]?.number ?? last.to };
    for (const part of own) parts.push(part);
    done = end;
    describe = undefined;
    i = end - 1;
  }
  return parts;
}
