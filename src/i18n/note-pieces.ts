import { toTextPieces } from './inline-code.ts';

/** A piece of a note on a command: words, code, or the id of a cause. */
export interface NotePiece {
  readonly kind: 'text' | 'code' | 'cause';
  readonly text: string;
}

/** A word of the shape that the ids of causes have, from its beginning, so that no text makes the search slow. */
const ID_SHAPE = /(?<![a-z-])([a-z]+(?:-[a-z]+)+)/u;

/**
 * Cuts a note on a command at its code and at the ids of causes, so that the reader gets a link
 * where the author wrote an id: attributes cannot hold one.
 *
 * @param isCause Tells the id of a cause from other words with a hyphen, such as `kube-proxy`.
 * @example
 * toNotePieces('`NotReady`: node-lost', (id) => id === 'node-lost')
 * // => [{ kind: 'code', text: 'NotReady' }, { kind: 'text', text: ': ' }, { kind: 'cause', text: 'node-lost' }]
 */
export function toNotePieces(note: string, isCause: (word: string) => boolean): NotePiece[] {
  return toTextPieces(note).flatMap(({ text, code }): NotePiece[] =>
    code
      ? [{ kind: 'code', text }]
      : text
          .split(ID_SHAPE)
          .filter((word) => word !== '')
          .map((word) => ({ kind: isCause(word) ? 'cause' : 'text', text: word })),
  );
}
