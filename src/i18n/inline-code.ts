/** A piece of a short text: words, or what stood between two backticks. */
export interface TextPiece {
  readonly text: string;
  readonly code: boolean;
}

/**
 * Cuts a short text of the catalogue at its backticks.
 *
 * The only markup such a text may have; a backtick without a partner stays a character.
 *
 * @example
 * toTextPieces('the reason is `OOMKilled`')
 * // => [{ text: 'the reason is ', code: false }, { text: 'OOMKilled', code: true }]
 */
export function toTextPieces(text: string): TextPiece[] {
  return text
    .split(/(`[^`]+`)/u)
    .filter((piece) => piece !== '')
    .map((piece) =>
      /^`[^`]+`$/u.test(piece)
        ? { text: piece.slice(1, -1), code: true }
        : { text: piece, code: false },
    );
}
