import type { Locale } from '../core/index.ts';
import { uiText } from '../i18n/index.ts';
import { toNotePieces } from '../i18n/note-pieces.ts';
import { singleText } from '../i18n/single.ts';
import CommandLine from '../islands/CommandLine.tsx';
import InlineText from '../islands/InlineText.tsx';
import { toSiteHref, type SingleCause, type SingleData } from './data.ts';
import { viewHref } from './route.ts';
import TextNodes from './TextNodes.tsx';

interface Props {
  readonly data: SingleData;
  readonly locale: Locale;
  readonly id: string;
  readonly cause: SingleCause;
}

/** One cause in full, as its section of the runbook has it. */
export default function CauseEntry({ data, locale, id, cause }: Props) {
  const text = uiText[locale];
  const own = singleText[locale];
  const runbook = data.runbooks.find((one) => one.id === cause.runbook);
  const site = toSiteHref(data.site, locale, `/runbooks/${cause.runbook}/#${id}`);
  const toCause = (other: string) => (
    <a href={viewHref(locale, { name: 'causes', id: other })}>
      <InlineText of={data.causes[other]?.title[locale] ?? other} />
    </a>
  );
  return (
    <article class="cause-entry">
      <p class="kind">
        <a href={viewHref(locale, { name: 'causes' })}>{own.back}</a> ·{' '}
        {site === undefined ? runbook?.title[locale] : <a href={site}>{runbook?.title[locale]}</a>}
      </p>
      <h1>
        <InlineText of={cause.title[locale]} />
      </h1>
      <p class="lead">
        <InlineText of={cause.summary[locale]} />
      </p>
      <dl class="facts">
        <dt>{text['cause.decides']}</dt>
        <dd>
          <InlineText of={cause.decides[locale]} />
        </dd>
        {cause.codes.length > 0 && (
          <>
            <dt>{text['cause.codes']}</dt>
            <dd class="codes">
              {cause.codes.map(({ name, ref }) =>
                ref === undefined ? (
                  <code key={name}>{name}</code>
                ) : (
                  <a key={name} href={viewHref(locale, { name: 'lookup', id: ref })}>
                    <code>{name}</code>
                  </a>
                ),
              )}
            </dd>
          </>
        )}
      </dl>
      <TextNodes
        nodes={cause.text[locale]}
        locale={locale}
        toCause={toCause}
        toCommand={(command) => {
          const found = cause.commands.find((one) => one.id === command);
          return (
            found && (
              <>
                <CommandLine
                  text={text}
                  run={found.run}
                  purpose={found.purpose[locale]}
                  risk={found.risk?.[locale]}
                  undo={found.undo?.[locale]}
                  values={{}}
                />
                {found.expect && (
                  <p class="expect">
                    <span class="muted">{text['command.expect']}</span>{' '}
                    {toNotePieces(found.expect[locale], (word) =>
                      Object.hasOwn(data.causes, word),
                    ).map((piece) =>
                      piece.kind === 'code' ? (
                        <code>{piece.text}</code>
                      ) : piece.kind === 'cause' ? (
                        toCause(piece.text)
                      ) : (
                        piece.text
                      ),
                    )}
                  </p>
                )}
              </>
            )
          );
        }}
      />
      {cause.rivals.length > 0 && (
        <>
          <h2>{text['cause.rivals']}</h2>
          <ul>
            {cause.rivals.map((rival) => (
              <li key={rival.id}>
                {toCause(rival.id)}
                <br />
                <InlineText of={rival.decides[locale]} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{text['cause.sources']}</h2>
      <ul class="sources">
        {cause.sources.map((source) => (
          <li key={source}>
            <a href={source}>{source.replace('https://', '')}</a>
          </li>
        ))}
      </ul>
    </article>
  );
}
