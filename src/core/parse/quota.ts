import { parseQuantity } from '../quantity.ts';
import type { NamedValue, SourceLine } from '../types.ts';

const OF_NAMESPACE =
  /^\s*(?:No (?:resource quota|LimitRange resource)\.|Resource (?:Quotas|Limits):?)\s*$/u;
const HEADING = /^\s*(?:(Resource\s+Used\s+Hard)\s*$|Type\s+Resource\s+Min\s+Max\s)/u;

const ROW = /^\s*([a-z][\w./-]*)\s+(\S+)\s+(\S+)\s*$/u;

/** The row as a field `Quota used up` when nothing is left of its resource. */
function readUsedUp({ text, number }: SourceLine): NamedValue | undefined {
  const [, resource, used = '', hard = ''] = ROW.exec(text) ?? [];
  const [have, most] = [parseQuantity(used), parseQuantity(hard)];
  if (resource === undefined || have === undefined || most === undefined || have < most)
    return undefined;
  return { name: 'Quota used up', value: `${resource} ${used} of ${hard}`, line: number };
}

/**
 * Takes the tables out that only a ResourceQuota, a LimitRange and a Namespace print, none of which has a field.
 *
 * `kind` is undefined when there is no such table; `usedUp` are the rows of a quota that leave nothing. Source: DescribeResourceQuotas and DescribeLimitRanges in
 * kubectl/pkg/describe/describe.go.
 */
export function takeQuota(lines: readonly SourceLine[]): {
  kind?: string;
  rest: readonly SourceLine[];
  usedUp: readonly NamedValue[];
} {
  let kind: string | undefined;
  let isTable = false;
  let isQuota = false;
  const usedUp: NamedValue[] = [];
  const rest = lines.filter((line) => {
    const { text } = line;
    const heading = HEADING.exec(text);
    if (OF_NAMESPACE.test(text)) kind = 'Namespace';
    else if (heading) kind ??= heading[1] === undefined ? 'LimitRange' : 'ResourceQuota';
    else {
      isTable &&= text.trim() !== '';
      const full = isTable && isQuota ? readUsedUp(line) : undefined;
      if (full) usedUp.push(full);
      return !isTable;
    }
    isTable = heading !== null;
    isQuota = heading?.[1] !== undefined;
    return false;
  });
  return kind === undefined ? { rest: lines, usedUp } : { kind, rest, usedUp };
}
