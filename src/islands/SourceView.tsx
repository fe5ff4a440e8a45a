import { useEffect, useRef } from 'preact/hooks';
import type { Finding } from '../core/index.ts';
import { formatText } from '../i18n/format.ts';
import type { UiText } from '../i18n/index.ts';
import { toShownLine } from '../report/sentences.ts';
import type { CatalogueView } from '../report/view.ts';
import { findingId } from './FindingCard.tsx';
import { backToCause } from './jump.ts';

interface Props {
  readonly text: UiText;
  readonly views: CatalogueView;
  /** The lines of the paste; line n is at n - 1. */
  readonly lines: readonly string[];
  readonly findings: readonly Finding[];
  /** The line to show first. */
  readonly start: number;
  /** Other lines to which the page leads. */
  readonly linked: readonly number[];
}

export const lineId = (line: number) => `line-${String(line)}`;

/** Up to this many lines all are shown; of longer texts only what is near the evidence and other lines to which the page leads. */
const MAX_LINES = 1200;
const CONTEXT = 12;
const FIRST_LINES = 40;
/** What stays visible above the first evidence, in pixels. */
const LINES_ABOVE = 80;

interface Block {
  readonly from: number;
  readonly to: number;
}

function visibleBlocks(count: number, marked: readonly number[]): Block[] {
  if (count <= MAX_LINES) return [{ from: 1, to: count }];
  const blocks: Block[] = [{ from: 1, to: FIRST_LINES }];
  for (const line of marked) {
    const from = Math.max(1, line - CONTEXT);
    const to = Math.min(count, line + CONTEXT);
    const last = blocks.at(-1);
    if (last && from <= last.to + 1)
      blocks[blocks.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else blocks.push({ from, to });
  }
  return blocks;
}

/** The reader's own text with the evidence marked; a marked line leads back to its cause. */
export default function SourceView({ text, views, lines, findings, start, linked }: Props) {
  const owners = new Map<number, number[]>();
  findings.forEach(({ evidence }, index) => {
    for (const { line } of evidence) owners.set(line, [...(owners.get(line) ?? []), index + 1]);
  });
  const view = useRef<HTMLDivElement>(null);
  // The first evidence is in view from the start; the page itself does not move.
  useEffect(() => {
    const line = document.getElementById(lineId(start));
    if (view.current && line)
      view.current.scrollTop = line.offsetTop - view.current.offsetTop - LINES_ABOVE;
  }, [start, lines]);
  const blocks = visibleBlocks(
    lines.length,
    [start, ...linked, ...owners.keys()].sort((a, b) => a - b),
  );
  return (
    <section class="source" aria-labelledby="source-title">
      <h2 id="source-title">{text['result.yourText']}</h2>
      <div class="source-lines" ref={view} tabIndex={0} role="group" aria-labelledby="source-title">
        {blocks.map(({ from, to }, index) => (
          <div class="source-block" key={from}>
            {index > 0 && <div class="source-gap">…</div>}
            {lines.slice(from - 1, to).map((whole, offset) => {
              const line = toShownLine(whole);
              const number = from + offset;
              const causes = owners.get(number) ?? [];
              const [cause] = causes;
              const finding = cause === undefined ? undefined : findings[cause - 1];
              return (
                <div
                  class={finding ? `source-line marked is-${finding.confidence}` : 'source-line'}
                  id={lineId(number)}
                  key={number}
                  tabIndex={-1}
                >
                  {finding && cause !== undefined ? (
                    <a
                      class="number"
                      href={`#${findingId(cause)}`}
                      aria-label={`${String(number)}: ${formatText(text['result.backToCause'], {
                        title: views[finding.cause]?.title ?? finding.cause,
                      })}`}
                      onClick={(event) => {
                        backToCause(event, findingId(cause), causes.map(findingId));
                      }}
                    >
                      {number}
                    </a>
                  ) : (
                    <span class="number" aria-hidden="true">
                      {number}
                    </span>
                  )}
                  {finding ? <mark>{line}</mark> : <span>{line}</span>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </section>
  );
}
