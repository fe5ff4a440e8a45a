import type { Diagnosis, Redactor } from '../core/index.ts';
import { formatText } from '../i18n/format.ts';
import type { UiText } from '../i18n/index.ts';
import { toMarkdown } from '../report/markdown.ts';
import type { CatalogueView } from '../report/view.ts';
import CopyButton from './CopyButton.tsx';

interface Props {
  readonly text: UiText;
  readonly views: CatalogueView;
  readonly diagnosis: Diagnosis;
  readonly redactor: Redactor;
}

export const COPY_ID = 'copy-markdown';
const SHOWN = 200;

/** Copies the result for a ticket or a chat, with a view of what was replaced. */
export default function Share({ text, views, diagnosis, redactor }: Props) {
  const { replacements } = redactor;
  const preview = formatText(text['share.preview'], { count: replacements.length });
  const hidden = replacements.length - SHOWN;
  return (
    <section class="share no-print" aria-labelledby="share-title">
      <h2 id="share-title">{text['share.title']}</h2>
      <p>
        <CopyButton
          id={COPY_ID}
          text={text}
          label={text['share.copy']}
          content={() => toMarkdown(text, views, diagnosis, redactor)}
        />{' '}
        <span class="muted">{text['share.redacted']}</span>
      </p>
      {replacements.length > 0 && (
        <details>
          <summary>{preview}</summary>
          <div class="table-scroll" tabIndex={0} role="group" aria-label={preview}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{text['share.kind']}</th>
                  <th scope="col">{text['share.original']}</th>
                  <th scope="col">{text['share.placeholder']}</th>
                </tr>
              </thead>
              <tbody>
                {replacements.slice(0, SHOWN).map(({ kind, original, placeholder }) => (
                  <tr key={placeholder}>
                    <td>{text[`redacted.${kind}`]}</td>
                    <td>
                      <code>{original}</code>
                    </td>
                    <td>
                      <code>{placeholder}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {hidden > 0 && <p>{formatText(text['share.previewRest'], { count: hidden })}</p>}
        </details>
      )}
    </section>
  );
}
