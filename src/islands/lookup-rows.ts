import {
  CODE_KINDS,
  SIGNAL_ACTIONS,
  type Findable,
  type SignalAction,
} from '../core/lookup/index.ts';

/** Id of the list of all codes in the page, which readers without script use as it is. */
export const INDEX_ID = 'index';
/** Stands between the other names of a code in its row. */
export const ALIAS_SEPARATOR = '|';

/** One code as the page lists it. */
export interface LookupRow extends Findable {
  readonly href: string;
  readonly action?: SignalAction;
  readonly sentBy?: string;
}

/** Reads the list of all codes from the page, so that it is not sent twice. A row that cannot be read is left out. */
export function readRows(): LookupRow[] {
  const rows = document.querySelectorAll<HTMLElement>(`#${INDEX_ID} [data-kind] li`);
  return [...rows].flatMap((row) => {
    const link = row.querySelector('a');
    const name = row.closest<HTMLElement>('[data-kind]')?.dataset['kind'];
    const kind = CODE_KINDS.find((one) => one === name);
    if (!link || !kind) return [];
    const { aliases, numbers, action, sentBy } = row.dataset;
    const [first, last = first] = numbers?.split(' ').map(Number) ?? [];
    const known = SIGNAL_ACTIONS.find((one) => one === action);
    return [
      {
        kind,
        code: link.textContent,
        href: link.getAttribute('href') ?? '',
        meaning: row.querySelector('span')?.textContent ?? '',
        aliases: aliases?.split(ALIAS_SEPARATOR) ?? [],
        ...(first === undefined || last === undefined ? {} : { numbers: [first, last] as const }),
        ...(known ? { action: known } : {}),
        ...(sentBy === undefined ? {} : { sentBy }),
      },
    ];
  });
}
