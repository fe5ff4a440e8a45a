import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  compareReports,
  mayHoldManifest,
  parse,
  type Change,
  type ComparedPair,
  type ObjectReport,
  type Report,
  type Side,
} from '../core/index.ts';
import type { CompareWords } from '../i18n/compare.ts';
import { formatText } from '../i18n/format.ts';

export interface CompareProps {
  readonly text: CompareWords;
}

/** What was read from a text; undefined while there is none, and when its reader could not be loaded. */
interface Reading {
  readonly objects?: readonly ObjectReport[];
  readonly failed?: boolean;
}

/** Loose text is no object whose parts could be compared. */
const keepObjects = ({ objects }: Report): Reading => ({
  objects: objects.filter(({ layout }) => layout !== 'text'),
});

async function read(content: string): Promise<Reading> {
  if (content.trim() === '') return {};
  if (!mayHoldManifest(content)) return keepObjects(parse(content));
  try {
    const { takeManifests } = await import('../manifest/reader.ts');
    return keepObjects(parse(content, takeManifests));
  } catch {
    return { failed: true };
  }
}

/** Reads a text a moment after the last key. */
function useReading(content: string): Reading {
  const [reading, setReading] = useState<Reading>({});
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void read(content).then((found) => {
        if (isCurrent) setReading(found);
      });
    }, 150);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [content]);
  return reading;
}

const toObjectName = ({ kind, name }: ObjectReport) =>
  [kind, name?.value].filter(Boolean).join(' ');

function toWhat(text: CompareWords, { topic, name, container }: Change): string {
  const what = name === '' ? text[topic] : formatText(text.named, { topic: text[topic], name });
  return container === undefined || container === ''
    ? what
    : formatText(text.container, { container, what });
}

function Value({ text, side }: { readonly text: CompareWords; readonly side: Side | undefined }) {
  if (!side) return <span class="muted">{text.absent}</span>;
  return (
    <>
      {side.value === '' ? <span class="muted">{text.empty}</span> : <code>{side.value}</code>}{' '}
      <small class="muted">{formatText(text.line, { line: side.line })}</small>
    </>
  );
}

/** How many differences there are. */
function toCount(text: CompareWords, count: number): string {
  if (count === 0) return text.same;
  return count === 1 ? text.one : formatText(text.count, { count });
}

function Pair({ text, pair }: { readonly text: CompareWords; readonly pair: ComparedPair }) {
  const { before, after, changes } = pair;
  const lacksEvents = (one: ObjectReport, other: ObjectReport) =>
    one.events.length === 0 && other.events.length > 0 && one.eventsSeen !== 'none';
  const notes = [
    ...(lacksEvents(before, after) ? [text.eventsBefore] : []),
    ...(lacksEvents(after, before) ? [text.eventsAfter] : []),
    ...(before.cut || after.cut ? [text.cut] : []),
  ];
  return (
    <section>
      <h2>{formatText(text.pair, { before: toObjectName(before), after: toObjectName(after) })}</h2>
      <p>{toCount(text, changes.length)}</p>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {changes.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{text.what}</th>
              <th scope="col">{text.first}</th>
              <th scope="col">{text.second}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={JSON.stringify(change)}>
                <th scope="row">{toWhat(text, change)}</th>
                <td>
                  <Value text={text} side={change.before} />
                </td>
                <td>
                  <Value text={text} side={change.after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Two boxes, and what differs between them. */
export default function Compare({ text }: CompareProps) {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const before = useReading(first);
  const after = useReading(second);
  const comparison = useMemo(
    () =>
      before.objects?.length && after.objects?.length
        ? compareReports(before.objects, after.objects)
        : undefined,
    [before, after],
  );
  const troubles = [
    ...(before.objects?.length === 0 ? [text.unreadBefore] : []),
    ...(after.objects?.length === 0 ? [text.unreadAfter] : []),
    ...(before.failed || after.failed ? [text.notLoaded] : []),
  ];
  const differences = comparison?.pairs.flatMap(({ changes }) => changes).length ?? 0;
  const list = (objects: readonly ObjectReport[]) => objects.map(toObjectName).join(', ');

  return (
    <div class="compare">
      <div class="boxes">
        {(
          [
            ['first', text.before, first, setFirst],
            ['second', text.after, second, setSecond],
          ] as const
        ).map(([id, label, value, set]) => (
          <div key={id}>
            <label for={id}>{label}</label>
            <textarea
              id={id}
              spellcheck={false}
              autocomplete="off"
              autocapitalize="off"
              placeholder={text.placeholder}
              aria-describedby="privacy"
              value={value}
              onInput={(event) => {
                set(event.currentTarget.value);
              }}
            />
          </div>
        ))}
      </div>
      <p class="tools no-print">
        <button
          type="button"
          onClick={() => {
            setFirst(second);
            setSecond(first);
          }}
        >
          {text.swap}
        </button>
        <button
          type="button"
          onClick={() => {
            setFirst('');
            setSecond('');
          }}
        >
          {text.clear}
        </button>
        <span id="privacy" class="muted">
          {text.privacy}
        </span>
      </p>
      <div role="status">
        {troubles.map((trouble) => (
          <p key={trouble}>{trouble}</p>
        ))}
        {comparison && comparison.pairs.length > 0 && (
          <p class="visually-hidden">{toCount(text, differences)}</p>
        )}
      </div>
      {comparison?.pairs.map((pair) => (
        <Pair key={`${pair.before.line}-${pair.after.line}`} text={text} pair={pair} />
      ))}
      {comparison && comparison.onlyBefore.length > 0 && (
        <p>{formatText(text.onlyBefore, { list: list(comparison.onlyBefore) })}</p>
      )}
      {comparison && comparison.onlyAfter.length > 0 && (
        <p>{formatText(text.onlyAfter, { list: list(comparison.onlyAfter) })}</p>
      )}
      {comparison && <p class="muted">{text.noise}</p>}
    </div>
  );
}
