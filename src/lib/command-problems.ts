import { findTextIds, type ContentIndex } from './content-index.ts';
import { placeholderProblems } from './text-problems.ts';

/** What is wrong with the files of `content/commands/` among each other and with the runbooks. */
export function commandProblems({ commandGroups, runbookTexts }: ContentIndex): string[] {
  const runbooks = new Set(findTextIds(runbookTexts));
  const anchors = new Map<string, string>();
  const orders = new Map<number, string>();
  const problems: string[] = [];
  for (const [group, { order, entries }] of Object.entries(commandGroups)) {
    const file = `content/commands/${group}.yaml`;
    const taken = orders.get(order);
    if (taken !== undefined) problems.push(`${file}: ${taken} has the order ${order}, too`);
    orders.set(order, file);
    for (const { id, commands, runbooks: named } of entries) {
      const other = anchors.get(id);
      if (other !== undefined) problems.push(`${file}: the id "${id}" stands in ${other}, too`);
      anchors.set(id, file);
      for (const { run } of commands) problems.push(...placeholderProblems(`${file}: ${id}`, run));
      for (const runbook of named)
        if (!runbooks.has(runbook))
          problems.push(`${file}: ${id}: there is no runbook "${runbook}"`);
    }
  }
  return problems;
}
