import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { UiText } from '../i18n/index.ts';

export interface KeyListProps {
  readonly text: UiText;
  readonly dialog: RefObject<HTMLDialogElement>;
  readonly singleKeys: boolean;
  readonly setSingleKeys: (on: boolean) => void;
}

/** The list of keys, open from the first; the browser's own dialog keeps the focus. */
export default function KeyboardHelp({ text, dialog, singleKeys, setSingleKeys }: KeyListProps) {
  useEffect(() => dialog.current?.showModal(), []);
  const keys = [
    ['Ctrl/⌘ V', text['keys.paste']],
    ['j / k', text['keys.next']],
    ['e', text['keys.box']],
    ['c', text['keys.copy']],
    ['x', text['keys.clear']],
    ['?', text['keys.help']],
    ['Esc', text['keys.leave']],
  ] as const;
  return (
    <dialog ref={dialog} aria-labelledby="keys-title" class="keys">
      <h2 id="keys-title">{text['keys.title']}</h2>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label>
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => {
            setSingleKeys(event.currentTarget.checked);
          }}
        />{' '}
        {text['keys.single']}
      </label>
      <form method="dialog">
        <button type="submit">{text['keys.close']}</button>
      </form>
    </dialog>
  );
}
