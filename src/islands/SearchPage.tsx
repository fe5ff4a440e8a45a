import { useEffect, useState } from 'preact/hooks';
import { loadMatcher, type Matcher } from '../search/load.ts';
import { loadPages } from '../search/pages.ts';
import Search from './Search.tsx';

interface Props {
  /** The module with what the matcher knows. */
  readonly data: string;
  /** Folder of Pagefind. */
  readonly pages: string;
  readonly loading: string;
  readonly failed: string;
}

const PARAMETER = 'q';

/** Keeps the address in step with the box, so that it can be shared: behind `#`, which no reload sends to the host. */
function writeQuery(query: string): void {
  const url = new URL(location.href);
  url.searchParams.delete(PARAMETER);
  url.hash = query && `${PARAMETER}=${encodeURIComponent(query)}`;
  history.replaceState(history.state, '', url);
}

/**
 * The query of the address: `?q=` of a link from elsewhere, or `#q=`, which is ours.
 */
function readQuery(): string {
  const inHash = new URLSearchParams(location.hash.slice(1)).get(PARAMETER);
  return inHash ?? new URLSearchParams(location.search).get(PARAMETER) ?? '';
}

/** The search page: loads the matcher, then answers from both stages. */
export default function SearchPage({ data, pages, loading, failed }: Props) {
  const [matcher, setMatcher] = useState<Matcher>();
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    loadMatcher(data).then(setMatcher, () => {
      setHasFailed(true);
    });
  }, []);
  if (hasFailed)
    return (
      <p role="alert" data-search-state="failed">
        {failed}
      </p>
    );
  if (!matcher) return <p class="muted">{loading}</p>;
  return (
    <Search
      matcher={matcher}
      initial={readQuery()}
      onQuery={writeQuery}
      loadPages={() => loadPages(pages)}
    />
  );
}
