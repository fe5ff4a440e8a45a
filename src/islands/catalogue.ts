import type { CommandStep } from '../core/index.ts';
import { unpackRules, type PackedRules } from '../report/pack.ts';
import type { CatalogueView, CommandView } from '../report/view.ts';

/** What the page carries in its data block, so that nothing is requested after a paste. */
export interface TriageData {
  readonly rules: PackedRules;
  readonly samples: readonly string[];
}

/** Id of the data block. */
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
export function readCatalogue(): { views: CatalogueView; samples: readonly string[] } {
  const block = document.getElementById(DATA_ID)?.textContent;
  if (!block) return { views: {}, samples: [] };
  const { rules: packed, samples } = JSON.parse(block) as TriageData;
  const rules = unpackRules(packed);
  const articles = document.querySelectorAll<HTMLElement>(`#${CATALOGUE_ID} [data-cause]`);
  const entries = [...articles].flatMap((article) => {
    const id = article.dataset['cause'] ?? '';
    const rule = rules[id];
    const link = article.querySelector('a');
    if (!rule || !link) return [];
    const view = {
      ...rule,
      title: textOf(link),
      phrases: [],
      href: link.getAttribute('href') ?? '',
      decides: textOf(article.querySelector('.decides')),
      commands: [...article.querySelectorAll('li')].map(readCommand),
    };
    return [[id, view] as const];
  });
  return { views: Object.fromEntries(entries), samples };
}
