import { expect, test } from 'vitest';
import { readCatalogue } from '../../../src/cli/catalogue.ts';
import { packRules, unpackRules } from '../../../src/report/pack.ts';
import { toCatalogueView } from '../../../src/report/view.ts';

const views = toCatalogueView(readCatalogue(), 'en', (runbook, cause) => `${runbook}#${cause}`);
const unpacked = unpackRules(
  JSON.parse(JSON.stringify(packRules(views))) as ReturnType<typeof packRules>,
);

test.each(Object.entries(views))('%s comes back as it was', (id, { rule }) => {
  expect(unpacked[id]).toEqual({ supports: [], yieldsTo: [], secondaryTo: [], ...rule });
});
