import { commandValues, type Finding, type ObjectReport } from '../core/index.ts';
import { formatText } from '../i18n/format.ts';
import type { UiText } from '../i18n/index.ts';
import { toPlace, toShownLine } from '../report/sentences.ts';
import type { CatalogueView } from '../report/view.ts';
import CommandLine from './CommandLine.tsx';
import Icon from './Icon.tsx';
import { toLine } from './jump.ts';
import Rich from './Rich.tsx';
import { lineId } from './SourceView.tsx';

interface Props {
  readonly text: UiText;
  readonly views: CatalogueView;
  readonly object: ObjectReport;
  readonly finding: Finding;
  readonly number: number;
}

const MAX_QUOTES = 6;

export const findingId = (number: number) => `cause-${String(number)}`;

/** One cause: how sure, which lines show it, what decides, what to type next. */
export default function FindingCard({ text, views, object, finding, number }: Props) {
  const view = views[finding.cause];
  if (!view) return null;
  const { confidence, evidence } = finding;
  const values = commandValues(object, finding.container);
  const place = toPlace(text, finding);
  const rivals = finding.rivals.flatMap((id) => views[id] ?? []);
  return (
    <li class={`finding is-${confidence}`} id={findingId(number)} tabIndex={-1}>
      <p class="finding-head">
        <span class="confidence">
          <Icon name={confidence} />
          {text[`confidence.${confidence}`]}
        </span>
        <span class="muted">{text[`confidence.${confidence}.why`]}</span>
      </p>
      <h3>
        {view.title}
        {place !== '' && <small class="place"> {place}</small>}
      </h3>
      <ul class="quotes" aria-label={text['result.evidence']}>
        {evidence.slice(0, MAX_QUOTES).map(({ line, text: quoted }) => (
          <li key={line}>
            <a
              href={`#${lineId(line)}`}
              aria-label={formatText(text['result.toLine'], { line })}
              onClick={(event) => {
                toLine(event, lineId(line));
              }}
            >
              {line}
            </a>
            <code>{toShownLine(quoted.trim())}</code>
          </li>
        ))}
      </ul>
      <p class="decides">
        <strong>{text['result.decides']}</strong> <Rich of={view.decides} values={values} />
      </p>
      {view.commands.map((command) => (
        <CommandLine key={command.run} text={text} values={values} {...command} />
      ))}
      {rivals.length > 0 && (
        <details class="rivals">
          <summary>
            {text['result.rivals']} ({rivals.length})
          </summary>
          <ul>
            {rivals.map((rival) => (
              <li key={rival.title}>
                <a href={rival.href}>{rival.title}</a>
                <br />
                <Rich of={rival.decides} values={values} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {view.href !== undefined && (
        <p class="to-runbook">
          <a href={view.href}>{text['result.runbook']}</a>
        </p>
      )}
    </li>
  );
}
