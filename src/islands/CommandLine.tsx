import { fillCommand, splitFlags, type Values } from '../core/index.ts';
import type { UiText } from '../i18n/index.ts';
import CopyButton from './CopyButton.tsx';
import Icon from './Icon.tsx';
import Rich from './Rich.tsx';

interface Props {
  readonly text: UiText;
  readonly run: string;
  readonly values: Values;
  readonly purpose?: string | undefined;
  /** Given when the command changes something. */
  readonly risk?: string | undefined;
  readonly undo?: string | undefined;
}

const withoutBreaks = (text: string) =>
  splitFlags(text).map((piece, index) =>
    index % 2 === 1 ? <span class="flag">{piece}</span> : piece,
  );

/** A command with the names of the paste filled in; what is still open is marked. */
export default function CommandLine({ text, run, values, purpose, risk, undo }: Props) {
  const parts = fillCommand(run, values);
  return (
    <div class={risk === undefined ? 'cmd' : 'cmd changes'}>
      {(purpose ?? risk) !== undefined && (
        <p class="cmd-head">
          {purpose !== undefined && (
            <span>
              <Rich of={purpose} values={values} />
            </span>
          )}
          {risk !== undefined && (
            <strong class="changes-badge">
              <Icon name="change" />
              {text['command.changes']}
            </strong>
          )}
        </p>
      )}
      <div class="cmd-line">
        <pre>
          <code>
            {parts.map((part) => (part.open ? <var>{part.text}</var> : withoutBreaks(part.text)))}
          </code>
        </pre>
        <CopyButton text={text} content={() => parts.map((part) => part.text).join('')} />
      </div>
      {risk !== undefined && (
        <dl class="cmd-notes">
          <div>
            <dt>{text['command.risk']}</dt>
            <dd>
              <Rich of={risk} values={values} />
            </dd>
          </div>
          {undo !== undefined && (
            <div>
              <dt>{text['command.undo']}</dt>
              <dd>
                <Rich of={undo} values={values} />
              </dd>
            </div>
          )}
        </dl>
      )}
    </div>
  );
}
