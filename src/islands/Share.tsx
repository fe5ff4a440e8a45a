import type { Diagnosis } from '../core/index.ts';
import type { UiText } from '../i18n/index.ts';
import type { CatalogueView } from '../report/view.ts';
import CopyButton from './CopyButton.tsx';
import LazyDetails, { loadOnDemand } from './LazyDetails.tsx';

interface Props {
  readonly text: UiText;
  readonly views: CatalogueView;
  readonly diagnosis: Diagnosis;
}

export const COPY_ID = 'copy-markdown';

/** Copies the result for a ticket or a chat, with a view of what is replaced. */
export default function Share({ text, views, diagnosis }: Props) {
  return (
    <section class="share no-print" aria-labelledby="share-title">
      <h2 id="share-title">{text['share.title']}</h2>
      <p>
        <CopyButton
          id={COPY_ID}
          text={text}
          label={text['share.copy']}
          content={async () => {
            const { toCopy } = await loadOnDemand();
            return toCopy(text, views, diagnosis);
          }}
        />{' '}
        <span class="muted">{text['share.redacted']}</span>
      </p>
      <LazyDetails text={text} summary={text['share.preview']}>
        {({ Replacements }) => <Replacements text={text} diagnosis={diagnosis} />}
      </LazyDetails>
    </section>
  );
}
