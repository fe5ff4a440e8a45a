import { useEffect, useState } from 'preact/hooks';

/** Milliseconds. */
const SAID_FOR = 2000;

/** Words that are said for a moment after a press, so that the same can be said again; empty before and afterwards. */
export function useSaid(): readonly [said: string, say: (words: string) => void] {
  const [said, say] = useState('');
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => {
      say('');
    }, SAID_FOR);
    return () => {
      clearTimeout(timer);
    };
  }, [said]);
  return [said, say];
}
