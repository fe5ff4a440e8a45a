import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { findingId } from './FindingCard.tsx';
import { jumpTo, VERDICT_ID } from './jump.ts';
import { COPY_ID } from './Share.tsx';

const isTyping = (target: EventTarget | null) =>
  !(target instanceof HTMLTextAreaElement && target.readOnly) &&
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

/** Gives the newest version of a function to listeners that are added once. */
function useLatest<T>(value: T): RefObject<T> & { current: T } {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}

/**
 * Takes a paste wherever it happens on the page.
 *
 * @param maxInBox A paste into a text field is left to the browser up to this length, in characters.
 */
export function usePasteAnywhere(take: (content: string) => void, maxInBox: number): void {
  const latest = useLatest(take);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const content = event.clipboardData?.getData('text/plain') ?? '';
      if (content === '' || (isTyping(event.target) && content.length <= maxInBox)) return;
      event.preventDefault();
      latest.current(content);
      window.scrollTo({ top: 0 });
    };
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('paste', onPaste);
    };
  }, []);
}

/** Takes a text or a file dropped anywhere; tells whether one is above the page. */
export function useFileDrop(
  take: (content: string) => void,
  takeFile: (file: File | undefined) => Promise<void>,
): boolean {
  const [dragging, setDragging] = useState(false);
  const latest = useLatest({ take, takeFile });
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      event.preventDefault();
      setDragging(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      setDragging(false);
      const content = event.dataTransfer?.getData('text/plain') ?? '';
      if (content === '') void latest.current.takeFile(event.dataTransfer?.files[0]);
      else latest.current.take(content);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  return dragging;
}

interface ShortcutTargets {
  readonly box: RefObject<HTMLTextAreaElement>;
  readonly openHelp: () => void;
  readonly clear: () => void;
  readonly singleKeys: boolean;
}

const KEYS_ITEM = 'single-keys';

/**
 * Whether single keys do something. Whoever dictates or uses a switch can turn them off; only that is stored.
 * Storage may be blocked: then it holds for this visit.
 */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(true);
  useEffect(() => {
    try {
      setOn(localStorage.getItem(KEYS_ITEM) !== 'off');
    } catch {
      // They stay on.
    }
  }, []);
  const set = (next: boolean) => {
    setOn(next);
    try {
      if (next) localStorage.removeItem(KEYS_ITEM);
      else localStorage.setItem(KEYS_ITEM, 'off');
    } catch {
      // Not kept.
    }
  };
  return [on, set];
}

/** Moves the focus to the next (1) or previous (-1) cause. */
function moveToCause(step: number): void {
  const active = document.activeElement?.closest('.finding')?.id ?? '';
  const now = Number(/(?<!\d)\d+$/u.exec(active)?.[0] ?? (step > 0 ? 0 : 2));
  jumpTo(findingId(now + step));
}

/** Single keys, as the list behind `?` shows them; not while somebody types or a dialog is open. Esc leads out of the box. */
export function useShortcuts(targets: ShortcutTargets): void {
  const latest = useLatest(targets);
  useEffect(() => {
    const actions: Readonly<Record<string, () => void>> = {
      j: () => {
        moveToCause(1);
      },
      k: () => {
        moveToCause(-1);
      },
      e: () => latest.current.box.current?.focus(),
      c: () => document.getElementById(COPY_ID)?.click(),
      x: () => {
        latest.current.clear();
      },
      '?': () => {
        latest.current.openHelp();
      },
    };
    const onKey = (event: KeyboardEvent) => {
      const { ctrlKey, metaKey, altKey, target, key } = event;
      if (key === 'Escape' && target === latest.current.box.current) {
        jumpTo(VERDICT_ID);
        return;
      }
      if (
        !latest.current.singleKeys ||
        // In the single file another view may be open.
        latest.current.box.current?.offsetParent === null ||
        ctrlKey ||
        metaKey ||
        altKey ||
        isTyping(target) ||
        document.querySelector('dialog[open]')
      )
        return;
      const action = actions[key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
