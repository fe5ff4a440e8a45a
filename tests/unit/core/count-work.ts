/** What is counted: characters that patterns look at, and items that lists are searched or copied for. */
const LIST_METHODS = [
  ...[
    'concat',
    'every',
    'filter',
    'find',
    'findIndex',
    'findLast',
    'flatMap',
    'forEach',
    'includes',
  ],
  ...['indexOf', 'join', 'map', 'reduce', 'slice', 'some', 'sort', 'splice'],
] as const;

type Method = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Counts the work of a function instead of its seconds, so that a slow machine changes nothing.
 *
 * Patterns count the distance from where they begin to the end of what they find, or to the end of the text. How often
 * a pattern goes back and forth inside of that is not seen: `npm run check:patterns` looks at it.
 */
export function countWork(act: () => unknown): number {
  let work = 0;
  const restore: (() => void)[] = [];
  const replace = (owner: object, key: PropertyKey, wrap: (original: Method) => Method) => {
    const before = Object.getOwnPropertyDescriptor(owner, key);
    if (!before) throw new Error(`there is no ${String(key)}`);
    restore.push(() => Object.defineProperty(owner, key, before));
    Object.defineProperty(owner, key, { ...before, value: wrap(before.value as Method) });
  };
  // Every use of a pattern goes through `exec`, as the standard wants it.
  replace(
    RegExp.prototype,
    'exec',
    (exec) =>
      function (this: unknown, ...args) {
        const pattern = this as RegExp;
        const start = pattern.global || pattern.sticky ? pattern.lastIndex : 0;
        const found = exec.apply(this, args) as RegExpExecArray | null;
        const end = found ? found.index + found[0].length : String(args[0]).length;
        work += Math.max(1, end - start);
        return found;
      },
  );
  for (const name of LIST_METHODS)
    replace(
      Array.prototype,
      name,
      (method) =>
        function (this: unknown, ...args) {
          work += (this as unknown[]).length;
          return method.apply(this, args);
        },
    );
  // What a spread copies, and what a loop goes through.
  replace(
    Array.prototype,
    Symbol.iterator,
    (iterate) =>
      function (this: unknown, ...args) {
        work += (this as unknown[]).length;
        return iterate.apply(this, args);
      },
  );
  try {
    act();
  } finally {
    for (const undo of restore.reverse()) undo();
  }
  return work;
}
