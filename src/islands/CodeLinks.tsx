import { useEffect, useState } from 'preact/hooks';
import type { ObjectReport } from '../core/index.ts';
import type { UiText } from '../i18n/index.ts';
import { findShownCodes, type ShownCode } from '../report/summary.ts';

/** Where the codes of an output are explained; a page without the lookup offers none. */
export interface CodeOffer {
  /** Where the lookup is; kind and last part of the address are put behind it. */
  readonly folder: string;
  /** The module that tells which codes have a page. */
  readonly data: string;
}

interface Props {
  readonly text: UiText;
  readonly object: ObjectReport;
  readonly offer: CodeOffer;
}

/** The last part of an address by code, by kind. */
type KnownCodes = Readonly<Record<ShownCode['kind'], Readonly<Partial<Record<string, string>>>>>;

const MAX_LINKS = 12;

/** Links to what the lookup says of the codes of an object; nothing when it knows none or cannot be asked. */
export default function CodeLinks({ text, object, offer: { folder, data } }: Props) {
  const [known, setKnown] = useState<KnownCodes>();
  useEffect(() => {
    import(/* @vite-ignore */ data).then(
      ({ codes }: { codes: KnownCodes }) => {
        setKnown(codes);
      },
      // Offline, say: the codes are explained where they stand, too.
      () => undefined,
    );
  }, [data]);
  if (!known) return null;
  const links = findShownCodes(object).flatMap(({ kind, code }) => {
    const slug = Object.hasOwn(known[kind], code) ? known[kind][code] : undefined;
    return slug === undefined ? [] : [{ code, href: `${folder}${kind}/${slug}/` }];
  });
  if (links.length === 0) return null;
  return (
    <>
      <h3>{text['summary.lookup']}</h3>
      <ul class="code-links">
        {links.slice(0, MAX_LINKS).map(({ code, href }) => (
          <li key={href}>
            <a href={href}>
              <code>{code}</code>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
