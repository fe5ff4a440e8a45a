import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { UiText } from '../i18n/index.ts';

interface Props {
  readonly text: UiText;
  readonly dialog: RefObject<HTMLDialogElement>;
  readonly singleKeys: boolean;
  readonly setSingleKeys: (on: boolean) => void;
}

/** The list of keys; the browser's own dialog keeps the focus. Without script no key works, so the page has no list. */
export default function KeyboardHelp({ text, dialog, singleKeys, setSingleKeys }: Props) {
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    setLive(true);
  }, []);
  if (!isLive) return null;
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
