// The heaviest built page of each kind beside its budget, in kB after gzip. Ends with 1 when a page is over it.
// Usage: npm run build && npm run budgets
import { BUDGETS, budgetOf, STYLE_BUDGET, weighPage } from './page-weight.ts';
import { readSite, requireSite } from './read-site.ts';

requireSite();
const pages = readSite().map((page) => ({
  path: page.path,
  budget: budgetOf(page),
  weight: weighPage(page),
}));
const kb = (value: number) => value.toFixed(1);
const rows = BUDGETS.flatMap(({ kind }) => {
  const ofKind = pages
    .filter(({ budget }) => budget.kind === kind)
    .sort((a, b) => b.weight.total - a.weight.total);
  const [heaviest] = ofKind;
  if (!heaviest) return [];
  const { path, budget, weight } = heaviest;
  const most = (part: 'styles' | 'code') =>
    kb(Math.max(...ofKind.map((page) => page.weight[part])));
  return [
    {
      kind,
      pages: ofKind.length,
      heaviest: path,
      HTML: kb(weight.html),
      style: `${most('styles')} of ${STYLE_BUDGET}`,
      script: kb(weight.scripts),
      'script and data': `${most('code')} of ${budget.code}`,
      total: `${kb(weight.total)} of ${budget.total}`,
    },
  ];
});
console.table(rows);
const isOver = pages.some(
  ({ budget, weight }) =>
    weight.total > budget.total || weight.code > budget.code || weight.styles > STYLE_BUDGET,
);
process.exitCode = isOver ? 1 : 0;
