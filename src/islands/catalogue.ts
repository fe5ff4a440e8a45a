import { unpackRules, type PackedRules } from '../report/pack.ts';
import { unpackTexts, type PackedTexts } from '../report/pack-texts.ts';
import type { CatalogueView } from '../report/view.ts';

/** Id of the data block with the packed rules: nothing is requested after a paste. */
export const DATA_ID = 'triage-data';
/** Id of the part of the page with the words of the causes. */
export const CATALOGUE_ID = 'catalogue';

/** What the data block holds, the patterns next to the words before it; ids and words stand in the page. */
export type DataBlock = readonly [
  patterns: PackedRules[2],
  facts: PackedRules[0],
  rules: PackedRules[1],
  causes: PackedTexts['causes'],
];

/** Reads the words of the causes from the page, and their rules from its data block. */
export function readCatalogue(): CatalogueView {
  const block = document.getElementById(DATA_ID)?.textContent;
  if (!block) return {};
  const textsOf = (kind: string) =>
    [...document.querySelectorAll(`#${CATALOGUE_ID} [data-list="${kind}"] li`)].map(
      (item) => item.textContent,
    );
  const anchors = [...document.querySelectorAll<HTMLAnchorElement>(`#${CATALOGUE_ID} a`)];
  const ids = anchors.map(({ hash }) => hash.slice(1));
  const lists = {
    title: anchors.map(({ textContent }) => textContent),
    href: anchors.map((anchor) => anchor.getAttribute('href') ?? ''),
    decides: textsOf('decides'),
    run: textsOf('run'),
    purpose: textsOf('purpose'),
    risk: textsOf('risk'),
    undo: textsOf('undo'),
  };
  const [patterns, facts, rules, causes] = JSON.parse(block) as DataBlock;
  return unpackTexts({ lists, causes }, ids, unpackRules([facts, rules, patterns, ids]));
}
