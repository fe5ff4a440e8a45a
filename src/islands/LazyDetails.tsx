import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { UiText } from '../i18n/index.ts';
import type * as SharingModule from './Sharing.tsx';

export type Sharing = typeof SharingModule;

/**
 * Loads what few ask for: the list of keys, what was read, what passes a result on. The request names a file of the
 * site and nothing of the paste; rejects when it cannot be loaded.
 */
export const loadSharing = (): Promise<Sharing> => import('./Sharing.tsx');

interface Props {
  readonly text: UiText;
  readonly summary: string;
  readonly class?: string;
  /** Draws the content, once its program is there. */
  readonly children: (sharing: Sharing) => ComponentChildren;
}

/** A folded part whose program is loaded when it is opened. */
export default function LazyDetails({ text, summary, class: className, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [loaded, setLoaded] = useState<Sharing>();
  const [hasFailed, setFailed] = useState(false);
  const open = async () => {
    setFailed(false);
    try {
      const sharing = await loadSharing();
      setLoaded(sharing);
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
