import { expect, test } from 'vitest';
import { LOCALES } from '../../../src/core/index.ts';
import { packTexts, unpackTexts } from '../../../src/report/pack-texts.ts';
import { toCatalogueView } from '../../../src/report/view.ts';
import { CATALOGUE } from '../../helpers/catalogue.ts';

const RULES = Object.fromEntries(Object.entries(CATALOGUE).map(([id, { rule }]) => [id, rule]));

test.each(LOCALES)('%s: every cause comes back as it was, but for its phrases', (locale) => {
  const views = toCatalogueView(CATALOGUE, locale, (runbook, cause) => `${runbook}#${cause}`);
  const packed = JSON.parse(JSON.stringify(packTexts(views))) as ReturnType<typeof packTexts>;
  expect(unpackTexts(packed, Object.keys(views), RULES)).toEqual(
    Object.fromEntries(Object.entries(views).map(([id, view]) => [id, { ...view, phrases: [] }])),
  );
});
