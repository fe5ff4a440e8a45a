import type { SourceLine } from '../types.ts';

const OF_NAMESPACE =
  /^\s*(?:No (?:resource quota|LimitRange resource)\.|Resource (?:Quotas|Limits):?)\s*$/u;
const HEADING = /^\s*(?:(Resource\s+Used\s+Hard)\s*$|Type\s+Resource\s+Min\s+Max\s)/u;

/**
 * Takes the tables out that only a ResourceQuota, a LimitRange and a Namespace print, none of which has a field.
 *
 * `kind` is undefined when there is no such table. Source: DescribeResourceQuotas and DescribeLimitRanges in
 * kubectl/pkg/describe/describe.go.
 */
export function takeQuota(lines: readonly SourceLine[]): {
  kind?: string;
  rest: readonly SourceLine[];
} {
  let kind: string | undefined;
  let isTable = false;
  const rest = lines.filter(({ text }) => {
    const heading = HEADING.exec(text);
    if (OF_NAMESPACE.test(text)) kind = 'Namespace';
    else if (heading) kind ??= heading[1] === undefined ? 'LimitRange' : 'ResourceQuota';
    else return !(isTable &&= text.trim() !== '');
    isTable = heading !== null;
    return false;
  });
  return kind === undefined ? { rest: lines } : { kind, rest };
}
