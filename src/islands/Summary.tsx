import type { ObjectReport } from '../core/index.ts';
import { formatText } from '../i18n/format.ts';
import type { UiText } from '../i18n/index.ts';
import CodeLinks, { type CodeOffer } from './CodeLinks.tsx';
import { EVENTS_SHOWN, toExitCodeTexts, toStateText, toTimeline } from '../report/summary.ts';

interface Props {
  readonly text: UiText;
  readonly object: ObjectReport;
  readonly codes: CodeOffer | undefined;
}

/** What was read of the object, small: its containers, exit codes and events. */
export default function Summary({ text, object, codes: offer }: Props) {
  const { containers } = object;
  const codes = toExitCodeTexts(text, object);
  const newest = toTimeline(object);
  return (
    <>
      {containers.length > 0 && (
        <div class="table-scroll" tabIndex={0} role="group" aria-label={text['summary.containers']}>
          <table>
            <thead>
              <tr>
                <th scope="col">{text['summary.container']}</th>
                <th scope="col">{text['summary.state']}</th>
                <th scope="col">{text['summary.lastState']}</th>
                <th scope="col">{text['summary.ready']}</th>
                <th scope="col">{text['summary.restarts']}</th>
              </tr>
            </thead>
            <tbody>
              {containers.map(({ name, type, line, state, lastState, ready, restartCount }) => (
                <tr key={`${name}-${String(line)}`}>
                  <th scope="row">
                    <code>{name === '' ? '–' : name}</code>
                    {type !== 'app' && <small> {text[`summary.${type}`]}</small>}
                  </th>
                  <td>{toStateText(text, state)}</td>
                  <td>{toStateText(text, lastState)}</td>
                  <td>
                    {ready === undefined ? '–' : text[ready.value ? 'summary.yes' : 'summary.no']}
                  </td>
                  <td>{restartCount?.value ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {codes.length > 0 && (
        <>
          <h3>{text['summary.exitCodes']}</h3>
          <ul class="plain">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </>
      )}
      {offer && <CodeLinks text={text} object={object} offer={offer} />}
      {newest.length > 0 && (
        <>
          <h3>{text['summary.events']}</h3>
          <ol class="events">
            {newest.slice(0, EVENTS_SHOWN).map(({ line, type, age, reason, message }) => (
              <li key={line} class={type === 'Normal' ? 'event' : 'event warning'}>
                <span class="event-age">{age}</span>
                <span class="event-reason">
                  {type === 'Normal' || type === '' ? '' : `${type} `}
                  <b>{reason}</b>
                </span>
                <span class="event-message">{message.split('\n', 1)[0]}</span>
              </li>
            ))}
          </ol>
          {newest.length > EVENTS_SHOWN && (
            <p class="muted">
              {formatText(text['summary.eventsOlder'], { count: newest.length - EVENTS_SHOWN })}
            </p>
          )}
        </>
      )}
    </>
  );
}
