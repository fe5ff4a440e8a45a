import { expect, test } from 'vitest';
import { budgetOf, STYLE_BUDGET, weighPage } from '../helpers/page-weight.ts';
import { readSite } from '../helpers/read-site.ts';

test.each(readSite())('$path stays within its budget', (page) => {
  const budget = budgetOf(page);
  const { styles, code, total } = weighPage(page);

  expect(styles, 'kB of style').toBeLessThanOrEqual(STYLE_BUDGET);
  expect(code, 'kB of script and data').toBeLessThanOrEqual(budget.code);
  expect(total, 'kB in all').toBeLessThanOrEqual(budget.total);
});
