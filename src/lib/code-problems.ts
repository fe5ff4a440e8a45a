import { toCodeGroups } from './codes.ts';
import { findTextIds, type ContentIndex } from './content-index.ts';

/** What is wrong with `content/codes/`: two entries at one address, references and runbooks that do not exist. */
export function codeProblems(content: ContentIndex): string[] {
  const codes = toCodeGroups(content.codes).flatMap((group) => group.codes);
  const refs = new Map<string, string>();
  const problems: string[] = [];
  for (const { ref, group } of codes) {
    const other = refs.get(ref);
    if (other !== undefined)
      problems.push(`content/codes/${group}.yaml: ${ref} is in ${other}.yaml, too`);
    refs.set(ref, group);
    if (ref.endsWith('/')) problems.push(`content/codes/${group}.yaml: a code gives no address`);
  }
  const runbooks = findTextIds(content.runbookTexts);
  for (const { ref, group, confusedWith, replacedBy = [], runbooks: own } of codes) {
    const where = `content/codes/${group}.yaml: ${ref}`;
    for (const other of [...confusedWith.map(({ code }) => code), ...replacedBy]) {
      if (other === ref) problems.push(`${where} names itself`);
      else if (!refs.has(other)) problems.push(`${where}: there is no code "${other}"`);
    }
    for (const runbook of own)
      if (!runbooks.includes(runbook)) problems.push(`${where}: there is no runbook "${runbook}"`);
  }
  return problems;
}
