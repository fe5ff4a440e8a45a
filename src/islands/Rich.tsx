import { fillCommand, type Values } from '../core/index.ts';
import { toTextPieces } from '../i18n/inline-code.ts';

interface Props {
  /** A short text of the catalogue with `code` between backticks. */
  readonly of: string;
  readonly values?: Values;
}

/** A short text with its code; placeholders in it are filled in where their values are known. */
export default function Rich({ of, values = {} }: Props) {
  return (
    <>
      {toTextPieces(of).map(({ text, code }) => {
        const filled = fillCommand(text, values)
          .map((part) => part.text)
          .join('');
        return code ? <code>{filled}</code> : filled;
      })}
    </>
  );
}
