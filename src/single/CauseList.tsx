import type { Locale } from '../core/index.ts';
import { singleText } from '../i18n/single.ts';
import InlineText from '../islands/InlineText.tsx';
import type { SingleData } from './data.ts';
import { viewHref } from './route.ts';

interface Props {
  readonly data: SingleData;
  readonly locale: Locale;
}

/** All causes, by runbook. */
export default function CauseList({ data, locale }: Props) {
  const own = singleText[locale];
  const causes = Object.entries(data.causes);
  return (
    <div class="cause-list">
      <h1>{own.causes}</h1>
      <p class="lead">{own.causesLead}</p>
      {data.runbooks.map(({ id: runbook, title }) => {
        const members = causes.filter(([, cause]) => cause.runbook === runbook);
        return (
          members.length > 0 && (
            <section key={runbook}>
              <h2>{title[locale]}</h2>
              <ul>
                {members.map(([id, cause]) => (
                  <li key={id}>
                    <a href={viewHref(locale, { name: 'causes', id })}>
                      <InlineText of={cause.title[locale]} />
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
}
