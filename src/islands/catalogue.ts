import type { CommandStep } from '../core/index.ts';
import { unpackRules, type PackedRules } from '../report/pack.ts';
import type { CatalogueView, CommandView } from '../report/view.ts';

/** Id of the data block with the packed rules: nothing is requested after a paste. */
export const DATA_ID = 'triage-data';
/** Id of the list of causes in the page, which readers without script see, too. */
export const CATALOGUE_ID = 'catalogue';

const textOf = (element: Element | null | undefined) => element?.textContent.trim() ?? '';

function readCommand(item: HTMLElement): CommandView {
  const { step, risk, undo } = item.dataset;
  return {
    step: step as CommandStep,
    run: textOf(item.querySelector('code')),
    purpose: textOf(item.querySelector('p')),
    risk,
    undo,
  };
}

/** Reads the words of the causes from the page and their rules from its data block. */
export function readCatalogue(): CatalogueView {
  const block = document.getElementById(DATA_ID)?.textContent;
  if (!block) return {};
  const rules = unpackRules(JSON.parse(block) as PackedRules);
  const articles = document.querySelectorAll<HTMLElement>(`#${CATALOGUE_ID} article`);
  const ids = [...articles].map((article) => article.querySelector('a')?.hash.slice(1) ?? '');
  const entries = [...articles].flatMap((article, index) => {
    const id = ids[index] ?? '';
    const rule = rules[id];
    const rivals = (article.dataset['rivals'] ?? '')
      .split(' ')
      .flatMap((position) => (position === '' ? [] : (ids[Number(position)] ?? [])));
    const link = article.querySelector('a');
    if (!rule || !link) return [];
    const view = {
      rule,
      rivals,
      title: textOf(link),
      phrases: [],
      href: link.getAttribute('href') ?? '',
      decides: textOf(article.querySelector('.decides')),
      commands: [...article.querySelectorAll('li')].map(readCommand),
    };
    return [[id, view] as const];
  });
  return Object.fromEntries(entries);
}
