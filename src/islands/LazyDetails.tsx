import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { UiText } from '../i18n/index.ts';
import type * as OnDemandModule from './OnDemand.tsx';

export type OnDemand = typeof OnDemandModule;

/**
 * Loads what few ask for: the list of keys, what was read, what passes a result on. The request names a file of the
 * site and nothing of the paste; rejects when it cannot be loaded.
 */
export const loadOnDemand = (): Promise<OnDemand> => import('./OnDemand.tsx');

interface Props {
  readonly text: UiText;
  readonly summary: string;
  readonly class?: string;
  /** Draws the content, once its program is there. */
  readonly children: (program: OnDemand) => ComponentChildren;
}

/** A folded part whose program is loaded when it is opened. */
export default function LazyDetails({ text, summary, class: className, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [loaded, setLoaded] = useState<OnDemand>();
  const [hasFailed, setFailed] = useState(false);
  const open = async () => {
    setFailed(false);
    try {
      const program = await loadOnDemand();
      setLoaded(program);
    } catch {
      setFailed(true);
    }
  };
  return (
    <details
      class={className}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        if (event.currentTarget.open && !loaded) void open();
      }}
    >
      <summary>{summary}</summary>
      {isOpen && loaded && children(loaded)}
      {hasFailed && (
        <p class="trouble" role="alert">
          {text['triage.notLoaded']}
        </p>
      )}
    </details>
  );
}
