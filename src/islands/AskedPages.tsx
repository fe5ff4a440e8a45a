import { render } from 'preact';
import { formatText } from '../i18n/format.ts';
import type { MissingText } from '../i18n/missing.ts';
import type { AskedAddress } from '../search/address.ts';
import { findAskedPages } from '../search/asked-pages.ts';
import { loadMatcher } from '../search/load.ts';
import InlineText from './InlineText.tsx';

/** What the page knows in the language of the address. */
export interface AskedPagesText {
  readonly text: Pick<MissingText, 'meant' | 'search'>;
  /** The module with what the matcher knows. */
  readonly data: string;
  /** The search page. */
  readonly search: string;
}

/**
 * Draws the pages that an address without a page may mean, and the way to search for its words.
 *
 * Draws only that way when nothing is found or the matcher cannot be loaded, and nothing when the address has no words.
 */
export async function drawAskedPages(
  place: Element,
  asked: AskedAddress,
  { text, data, search }: AskedPagesText,
): Promise<void> {
  const found = await loadMatcher(data).then(
    (matcher) => findAskedPages(matcher, asked),
    () => [],
  );
  render(
    <>
      {found.length > 0 && (
        <>
          <h2>{text.meant}</h2>
          <ul>
            {found.map(({ href, title, parent }) => (
              <li key={href}>
                <a href={href}>
                  <InlineText of={title} />
                </a>
                {parent !== undefined && <span class="muted"> {parent}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {asked.query !== '' && (
        <p>
          {/* Behind #, so that the words do not reach the host once more. */}
          <a href={`${search}#q=${encodeURIComponent(asked.query)}`}>
            {formatText(text.search, { query: asked.query })}
          </a>
        </p>
      )}
    </>,
    place,
  );
}
