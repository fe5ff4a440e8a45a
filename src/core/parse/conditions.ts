import type { ConditionReport, SourceLine } from '../types.ts';

const STATUS = /^(True|False|Unknown)$/u;
const HEADING = /^\s*(?:Type\s+Status|LastHeartbeatTime|-{3,}|\.{3,})/u;
const WITH_TIMES = /[+-]\d{4}\s+\w{3}, .{20,26}?[+-]\d{4}\s+\S/u;
const SIMPLE = /^\s*([A-Za-z][\w./-]*)\s+(True|False|Unknown)\s*$/u;
const FULL =
  /^\s*([A-Za-z][\w./-]*)\s+(True|False|Unknown)\s+(?:\w{3}, .{20,26}?[+-]\d{4}\s+\w{3}, .{20,26}?[+-]\d{4}\s+)?(\S.*)$/u;

/**
 * Reads the rows below `Conditions:`: `Type Status` of a pod, with `Reason` of a workload, with times, reason and
 * message of a node. Rows that fit none of these are returned in `skipped`.
 *
 * A reason is one word of the API; kubelets of 2015 wrote a sentence there, which becomes the message.
 * Source: DescribePod, describeNode and DescribeDeployment in kubectl/pkg/describe/describe.go.
 */
export function parseConditions(lines: readonly SourceLine[]): {
  conditions: ConditionReport[];
  skipped: SourceLine[];
} {
  const conditions: ConditionReport[] = [];
  const skipped: SourceLine[] = [];
  let row: SourceLine | undefined;
  for (const line of lines) {
    const condition = readCondition(line);
    const last = conditions.at(-1);
    if (condition) {
      row = line;
      conditions.push(condition);
    } else if (line.text.trim() === '' || HEADING.test(line.text)) row = undefined;
    else {
      const whole = row && joinRow(row, line);
      const joined = whole && readCondition(whole);
      if (joined && last?.message !== undefined) {
        conditions[conditions.length - 1] = { ...joined, endLine: line.number };
        row = whole;
      } else skipped.push(line);
    }
  }
  return { conditions, skipped };
}

/** A row that a terminal has broken, with its rest: inside a word, or at a space that is lost when the date shows it. */
function joinRow(row: SourceLine, rest: SourceLine): SourceLine {
  const glued = { ...row, text: row.text + rest.text };
  const spaced = { ...row, text: `${row.text} ${rest.text.trim()}` };
  return WITH_TIMES.test(spaced.text) || !WITH_TIMES.test(glued.text) ? spaced : glued;
}

/** Reads one row; undefined when the line is none. */
export function readCondition({ text, number }: SourceLine): ConditionReport | undefined {
  if (!text.includes('True') && !text.includes('False') && !text.includes('Unknown'))
    return undefined;
  const simple = SIMPLE.exec(text);
  if (simple?.[1] !== undefined && simple[2] !== undefined)
    return { type: simple[1], status: simple[2], line: number };
  const [, type, status, rest = ''] = FULL.exec(text.replaceAll('\t', '  ')) ?? [];
  if (type === undefined || status === undefined || STATUS.test(type)) return undefined;
  const [, reason, message] = /^([A-Z]\w+)(?:\s{2,}(\S.*)|\s+(\S.*)|)$/u.exec(rest) ?? [];
  const words = /^[A-Z]\w+$/u.test(rest) ? undefined : rest;
  const text2 = reason === undefined ? words : (message ?? rest.slice(reason.length).trim());
  return {
    type,
    status,
    line: number,
    ...(reason === undefined ? {} : { reason }),
    ...(text2 === undefined || text2 === '' ? {} : { message: text2 }),
  };
}
