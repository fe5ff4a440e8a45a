const WITH_CALLBACK = [
  ...['every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'flatMap', 'forEach'],
  ...['map', 'reduce', 'some', 'sort'],
] as const;
const COPYING = ['concat', 'join', 'slice', 'toSorted', 'splice'] as const;
const SEARCHING = ['includes', 'indexOf', 'lastIndexOf'] as const;

type Method = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Counts the work of a function instead of its seconds, so that a slow machine changes nothing: characters that
 * patterns go through, and items that lists are searched, copied or gone through for.
 *
 * A pattern counts the distance from where it begins to the end of what it finds, or to the end of the text. How often
 * it goes back and forth inside of that is not seen: `npm run check:patterns` looks at it.
 */
export function countWork(act: () => unknown): number {
  let work = 0;
  const restore: (() => void)[] = [];
  const replace = (owner: object, key: PropertyKey, wrap: (original: Method) => Method) => {
    const before = Object.getOwnPropertyDescriptor(owner, key);
    if (!before) throw new Error(`there is no ${String(key)}`);
    restore.push(() => Object.defineProperty(owner, key, before));
    Object.defineProperty(owner, key, {
      ...before,
      value: wrap(before.value as Method),
    });
  };

  // Every use of a pattern goes through `exec`, as the standard wants it.
  replace(
    RegExp.prototype,
    'exec',
    (exec) =>
      function (this: unknown, ...args) {
        const { global, sticky, lastIndex } = this as RegExp;
        const found = exec.apply(this, args) as RegExpExecArray | null;
        const start = global || sticky ? lastIndex : 0;
        // A sticky one looks at one place; `split` asks it at every place.
        const end = sticky ? start : String(args[0]).length;
        work += Math.max(1, (found ? found.index + found[0].length : end) - start);
        return found;
      },
  );
  for (const name of WITH_CALLBACK)
    replace(
      Array.prototype,
      name,
      (method) =>
        function (this: unknown, callback, ...args) {
          if (typeof callback !== 'function') return method.call(this, callback, ...args);
          const counted: Method = function (this: unknown, ...items) {
            work += 1;
            return (callback as Method).apply(this, items);
          };
          return method.call(this, counted, ...args);
        },
    );
  for (const name of COPYING)
    replace(
      Array.prototype,
      name,
      (method) =>
        function (this: unknown, ...args) {
          const result = method.apply(this, args);
          work += Math.max(1, Array.isArray(result) ? result.length : (this as unknown[]).length);
          return result;
        },
    );
  for (const name of SEARCHING)
    replace(
      Array.prototype,
      name,
      (method) =>
        function (this: unknown, ...args) {
          const found = method.apply(this, args);
          const { length } = this as unknown[];
          work += typeof found === 'number' && found >= 0 ? found + 1 : length;
          return found;
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
