import { useLayoutEffect, useState } from 'preact/hooks';
import { commandValues, type Diagnosis, type Finding } from '../core/index.ts';
import { formatText } from '../i18n/format.ts';
import type { UiText } from '../i18n/index.ts';
import {
  toDetails,
  toGuessText,
  toHeadline,
  toInsightText,
  toLineList,
  toRepairsText,
  toShownLine,
  toTooLongText,
  toVerdictText,
} from '../report/sentences.ts';
import type { CatalogueView } from '../report/view.ts';
import type { CodeOffer } from './CodeLinks.tsx';
import CommandLine from './CommandLine.tsx';
import FindingCard from './FindingCard.tsx';
import Icon from './Icon.tsx';
import { toLine, VERDICT_ID } from './jump.ts';
import LazyDetails from './LazyDetails.tsx';
import ObjectList, { iconOf, stateOf } from './ObjectList.tsx';
import Share from './Share.tsx';
import SourceView, { lineId } from './SourceView.tsx';
import WalkTree, { type TreeOffer } from './WalkTree.tsx';

interface Props {
  readonly text: UiText;
  readonly views: CatalogueView;
  readonly diagnosis: Diagnosis;
  readonly repository: string | undefined;
  readonly trees: TreeOffer | undefined;
  readonly codes: CodeOffer | undefined;
  /** Tells a screen reader. */
  readonly announce: (said: string) => void;
}

const SKIPPED_SHOWN = 40;
const POSSIBLE_SHOWN = 3;

/** The answer, in the order in which a tired engineer needs it. */
export default function Result({
  text,
  views,
  diagnosis,
  repository,
  trees,
  codes,
  announce,
}: Props) {
  const [chosen, choose] = useState(0);
  // A new text begins with its worst object; no other is painted before.
  useLayoutEffect(() => {
    choose(0);
  }, [diagnosis]);
  const { objects, guess, skipped, report, lines } = diagnosis;
  const show = (position: number) => {
    choose(position);
    const one = objects[position];
    if (one) announce(toVerdictText(text, views, one));
  };
  const index = Math.min(chosen, objects.length - 1);
  const current = objects[index];
  const misdiagnosis = (
    <LazyDetails class="report no-print" text={text} summary={text['report.title']}>
      {({ Report }) => (
        <Report
          text={text}
          views={views}
          diagnosis={diagnosis}
          current={guess === undefined ? current : undefined}
          repository={repository}
        />
      )}
    </LazyDetails>
  );
  const notUnderstood = skipped.length > 0 && (
    <details class="skipped">
      <summary>{formatText(text['result.skipped'], { count: skipped.length })}</summary>
      <ul class="quotes">
        {skipped.slice(0, SKIPPED_SHOWN).map(({ number, text: line }) => (
          <li key={number}>
            <span>{number}</span>
            <code>{toShownLine(line)}</code>
          </li>
        ))}
      </ul>
    </details>
  );
  if (guess !== undefined || !current)
    return (
      <>
        <section class="verdict is-undetermined" id={VERDICT_ID} tabIndex={-1}>
          <h2 class="headline">
            <Icon name="possible" />
            <span>{toGuessText(text, diagnosis)}</span>
          </h2>
          <CommandLine text={text} run="kubectl describe pod <pod> -n <namespace>" values={{}} />
        </section>
        {(guess === 'yaml' || guess === 'json') && notUnderstood}
        {misdiagnosis}
      </>
    );
  const { object, findings, history, gaps, checks, insights } = current;
  const headline = toHeadline(text, views, current);
  const details = toDetails(text, current).join(text['format.sentenceGap']);
  const strong = findings.filter(({ confidence }) => confidence !== 'possible');
  const shown = strong.length > 0 ? strong : findings.slice(0, POSSIBLE_SHOWN);
  const rest = findings.filter((finding) => !shown.includes(finding));
  const ordered = [...shown, ...rest];
  const card = (finding: Finding) => (
    <FindingCard
      key={finding.cause}
      text={text}
      views={views}
      object={object}
      finding={finding}
      number={ordered.indexOf(finding) + 1}
    />
  );
  return (
    <div class="result">
      <div class="answer">
        {objects.length > 1 && (
          <ObjectList text={text} views={views} objects={objects} chosen={index} choose={show} />
        )}
        <section id={VERDICT_ID} tabIndex={-1} class={`verdict is-${stateOf(current)}`}>
          <h2 class="headline">
            <Icon name={iconOf(current)} />
            <span>
              <span class="subject">{headline.subject}</span>
              {text['format.sentenceGap'] + headline.claim}
            </span>
          </h2>
          {details !== '' && <p class="details">{details}</p>}
        </section>
        {shown.length > 0 && (
          <section aria-labelledby="causes-title">
            <h2 id="causes-title">
              {text[strong.length > 0 ? 'result.causes' : 'result.causesPossible']}
            </h2>
            <ol class="findings">{shown.map(card)}</ol>
            {rest.length > 0 && (
              <details class="more">
                <summary>{formatText(text['result.more'], { count: rest.length })}</summary>
                <ol class="findings">{rest.map(card)}</ol>
              </details>
            )}
          </section>
        )}
        {gaps.length > 0 && (
          <section aria-labelledby="gaps-title">
            <h2 id="gaps-title">{text['result.gaps']}</h2>
            {gaps.map(({ kind, run, container = findings[0]?.container }) => (
              <CommandLine
                key={kind}
                text={text}
                run={run}
                purpose={text[`gap.${kind}`]}
                values={commandValues(object, container)}
              />
            ))}
          </section>
        )}
        {insights.length > 0 && (
          <section aria-labelledby="insights-title">
            <h2 id="insights-title">{text['insight.title']}</h2>
            <ul class="insights">
              {insights.map((insight) => (
                <li key={`${insight.kind}-${String(insight.line)}`}>
                  {toInsightText(text, insight)}{' '}
                  <a
                    href={`#${lineId(insight.line)}`}
                    onClick={(event) => {
                      toLine(event, lineId(insight.line));
                    }}
                  >
                    {formatText(text['result.lines'], { lines: insight.line })}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {history.length > 0 && (
          <section aria-labelledby="history-title">
            <h2 id="history-title">{text['result.history']}</h2>
            <ul>
              {history.map((finding) => (
                <li key={finding.cause}>
                  <a href={views[finding.cause]?.href}>{views[finding.cause]?.title}</a>{' '}
                  <span class="muted">{toLineList(text, finding)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {trees && <WalkTree offer={trees} diagnosis={current} lines={lines} />}
        {checks.length > 0 && (
          <section aria-labelledby="checks-title">
            <h2 id="checks-title">{text['result.checks']}</h2>
            <ul class="checks">
              {checks.map(({ check }) => (
                <li key={check}>
                  <Icon name="good" /> {text[`check.${check}`]}
                </li>
              ))}
            </ul>
          </section>
        )}
        {object.containers.length + object.events.length > 0 && (
          <LazyDetails class="summary" text={text} summary={text['result.summary']}>
            {({ Summary }) => <Summary text={text} object={object} codes={codes} />}
          </LazyDetails>
        )}
        <Share text={text} views={views} diagnosis={diagnosis} />
        {misdiagnosis}
        {report.tooLong && <p>{toTooLongText(text, report)}</p>}
        {report.repairs.length > 0 && <p class="muted">{toRepairsText(text, report.repairs)}</p>}
        {notUnderstood}
      </div>
      <SourceView
        text={text}
        views={views}
        lines={lines}
        findings={ordered}
        start={ordered[0]?.evidence[0]?.line ?? object.line}
        linked={insights.map(({ line }) => line)}
      />
    </div>
  );
}
