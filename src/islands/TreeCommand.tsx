import { useRef } from 'preact/hooks';
import { fillCommand, splitFlags, type Values } from '../core/tree/index.ts';
import type { TreesText } from '../i18n/trees.ts';
import { useSaid } from './use-said.ts';

interface Props {
  readonly text: TreesText;
  /** With placeholders. */
  readonly run: string;
  readonly names: Values;
}

/** A command with the names filled in, to be copied. Where the browser refuses to copy, it is selected instead. */
export default function TreeCommand({ text, run, names }: Props) {
  const [said, say] = useSaid();
  const code = useRef<HTMLElement>(null);
  const copy = async () => {
    const { current } = code;
    if (!current) return;
    try {
      await navigator.clipboard.writeText(current.textContent);
      say(text.copied);
    } catch {
      getSelection()?.selectAllChildren(current);
      say(text.copySelected);
    }
  };
  return (
    <div class="run-line">
      <pre class="run">
        <code ref={code}>
          {fillCommand(run, names).map((part) =>
            part.open ? (
              <var>{part.text}</var>
            ) : (
              splitFlags(part.text).map((piece, index) =>
                index % 2 === 1 ? <span>{piece}</span> : piece,
              )
            ),
          )}
        </code>
      </pre>
      <button type="button" class="copy no-print" onClick={() => void copy()}>
        <span aria-live="polite">{said === '' ? text.copyRun : said}</span>
      </button>
    </div>
  );
}
