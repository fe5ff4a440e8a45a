import type { Rule } from '../core/index.ts';
import type { CatalogueView, CauseView, CommandView } from './view.ts';

/** Kinds of texts of a catalogue. */
type TextKind = 'title' | 'href' | 'decides' | 'run' | 'purpose' | 'risk' | 'undo';
type TextLists = Readonly<Record<TextKind, readonly string[]>>;

/**
 * `[rivals, commands]` of a cause: rivals by how far behind it they stand, a letter for each command: `r` reads, `c`
 * changes.
 */
type PackedLinks = readonly [readonly number[], string];

/** The texts of a catalogue, those of a kind together in the order of the causes: a page compresses them better so. */
export interface PackedTexts {
  readonly lists: TextLists;
  readonly causes: readonly PackedLinks[];
}

const changes = ({ risk }: CommandView) => risk !== undefined;

/** Packs the texts of a catalogue for a page; `unpackTexts` gives them back. */
export function packTexts(views: CatalogueView): PackedTexts {
  const ids = Object.keys(views);
  const all = Object.values(views);
  const commands = all.flatMap((view) => view.commands);
  return {
    lists: {
      title: all.map(({ title }) => title),
      href: all.map(({ href }) => href ?? ''),
      decides: all.map(({ decides }) => decides),
      run: commands.map(({ run }) => run),
      purpose: commands.map(({ purpose }) => purpose),
      risk: commands.filter(changes).map(({ risk = '' }) => risk),
      undo: commands.filter(changes).map(({ undo = '' }) => undo),
    },
    causes: all.map((view, index): PackedLinks => [
      view.rivals.map((rival) => ids.indexOf(rival) - index),
      view.commands.map((command) => (changes(command) ? 'c' : 'r')).join(''),
    ]),
  };
}

/** Gives back what `packTexts` packed, without the phrases; `ids` and `rules` in the order of the causes. */
export function unpackTexts(
  { lists, causes }: PackedTexts,
  ids: readonly string[],
  rules: Readonly<Record<string, Rule>>,
): CatalogueView {
  const taken: Partial<Record<TextKind, number>> = {};
  const take = (kind: TextKind) => {
    const index = taken[kind] ?? 0;
    taken[kind] = index + 1;
    return lists[kind][index] ?? '';
  };
  const takeCommand = (letter: string): CommandView => ({
    run: take('run'),
    purpose: take('purpose'),
    ...(letter === 'c' ? { risk: take('risk'), undo: take('undo') } : {}),
  });
  const entries = causes.flatMap(([rivals, letters], index): [string, CauseView][] => {
    const id = ids[index] ?? '';
    const rule = rules[id];
    const texts = {
      title: take('title'),
      href: take('href'),
      decides: take('decides'),
      commands: Array.from(letters, takeCommand),
    };
    if (!rule) return [];
    return [
      [
        id,
        {
          ...texts,
          rule,
          phrases: [],
          rivals: rivals.flatMap((rival) => ids[index + rival] ?? []),
        },
      ],
    ];
  });
  return Object.fromEntries(entries);
}
