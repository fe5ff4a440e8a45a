import { toTextPieces } from '../i18n/inline-code.ts';

/** A short text of the content with its code. Unlike `Rich` it fills in nothing, and loads nothing for it. */
export default function InlineText({ of }: { readonly of: string }) {
  return <>{toTextPieces(of).map(({ text, code }) => (code ? <code>{text}</code> : text))}</>;
}
