import { readCatalogue } from '../../src/cli/catalogue.ts';
import { toCatalogueView } from '../../src/report/view.ts';

/** The catalogue as the page gets it. */
export const RULES = toCatalogueView(
  readCatalogue(),
  'en',
  (runbook, cause) => `${runbook}#${cause}`,
);
