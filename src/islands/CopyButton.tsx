import { useEffect, useRef, useState } from 'preact/hooks';
import type { UiText } from '../i18n/index.ts';

const SHOWN_FOR = 2000;

interface Props {
  readonly text: UiText;
  /** Gives what is copied, when it is asked for; a promise of it may fail. */
  readonly content: () => string | Promise<string>;
  readonly label?: string;
  readonly id?: string;
}

/** Copies a text. Where the browser refuses (no https, no permission), shows it selected, to be copied by hand. */
export default function CopyButton({ text, content, label, id }: Props) {
  const [isDone, setDone] = useState(false);
  const [byHand, setByHand] = useState<string>();
  const [hasFailed, setFailed] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.select();
  }, [byHand]);
  const copy = async () => {
    let copied;
    try {
      copied = await content();
    } catch {
      setFailed(true);
      return;
    }
    setFailed(false);
    try {
      await navigator.clipboard.writeText(copied);
      setByHand(undefined);
      setDone(true);
      setTimeout(() => {
        setDone(false);
      }, SHOWN_FOR);
    } catch {
      setByHand(copied);
    }
  };
  return (
    <>
      <button type="button" class="copy no-print" id={id} onClick={() => void copy()}>
        <span aria-live="polite">
          {isDone ? text['copy.done'] : (label ?? text['copy.button'])}
        </span>
      </button>
      {hasFailed && (
        <span class="trouble" role="alert">
          {text['triage.notLoaded']}
        </span>
      )}
      {byHand !== undefined && (
        <label class="by-hand no-print">
          {text['copy.byHand']}
          <textarea ref={field} readOnly rows={3} value={byHand} />
        </label>
      )}
    </>
  );
}
