import { useState } from 'preact/hooks';
import type { UiText } from '../i18n/index.ts';

const SHOWN_FOR = 2000;

interface Props {
  readonly text: UiText;
  /** Gives what is copied, when it is asked for. */
  readonly content: () => string;
  readonly label?: string;
  readonly id?: string;
}

/** Copies a text and says whether it worked. */
export default function CopyButton({ text, content, label, id }: Props) {
  const [said, say] = useState<string>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(content());
      say(text['copy.done']);
    } catch {
      // No clipboard without https or permission.
      say(text['copy.failed']);
    }
    setTimeout(() => {
      say(undefined);
    }, SHOWN_FOR);
  };
  return (
    <button type="button" class="copy no-print" id={id} onClick={() => void copy()}>
      <span aria-live="polite">{said ?? label ?? text['copy.button']}</span>
    </button>
  );
}
