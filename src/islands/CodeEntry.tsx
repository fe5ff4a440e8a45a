import { toExitCodeSteps, type CodeView, type NamedLink } from '../core/lookup/index.ts';
import { formatText } from '../i18n/format.ts';
import type { LookupText } from '../i18n/lookup.ts';
import InlineText from './InlineText.tsx';

interface Props {
  readonly text: LookupText;
  readonly view: CodeView;
  /** The list of the codes of this kind. */
  readonly kindHref: string;
  readonly triageHref: string;
}

/** One code: what it means, who sets it, what leads to it. Drawn at build on the site, by the browser in the single file. */
export default function CodeEntry({ text, view, kindHref, triageHref }: Props) {
  const { code, causes, runbooks, confusedWith, programs, previous, next } = view;
  const around = [
    { label: text['code.previous'], link: previous },
    { label: text['code.next'], link: next },
  ].filter(({ link }) => link !== undefined);
  return (
    <article class="code-entry">
      <p class="kind">
        <a href={kindHref}>{text[`kind.${view.kind}`]}</a>
      </p>
      <h1>{code}</h1>
      <p class="meaning">
        <InlineText of={view.meaning} />
      </p>
      {view.until !== undefined && <Gone text={text} view={view} until={view.until} />}
      {view.kind === 'exit-code' && <Steps text={text} view={view} />}
      <Facts text={text} view={view} />
      <h2>{text['code.causes']}</h2>
      {causes.length > 0 ? (
        <LinkList links={causes} />
      ) : view.type === 'Normal' && runbooks.length === 0 ? (
        <p>{text['code.causesHarmless']}</p>
      ) : (
        <p>
          {text['code.causesNone']} <a href={triageHref}>{text['code.triage']}</a>
        </p>
      )}
      {runbooks.length > 0 && (
        <>
          <h2>{text['code.runbooks']}</h2>
          <LinkList links={runbooks} />
        </>
      )}
      {confusedWith.length > 0 && (
        <>
          <h2>{text['code.confused']}</h2>
          <ul>
            {confusedWith.map(({ name, href, kind, tell }) => (
              <li key={href}>
                <a href={href}>{name}</a>
                {formatText(text['code.brackets'], { text: text[`kind.${kind}`] })}
                <br />
                <InlineText of={tell} />
              </li>
            ))}
          </ul>
        </>
      )}
      {programs.length > 0 && (
        <>
          <h2>{text['code.programs']}</h2>
          <dl class="programs">
            {programs.map(({ name, meaning }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <InlineText of={meaning} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {view.sample !== undefined && (
        <>
          <h2 id="sample">{text['code.sample']}</h2>
          <pre role="group" tabIndex={0} aria-labelledby="sample">
            {view.sample}
          </pre>
        </>
      )}
      <h2>{text['code.sources']}</h2>
      <ul class="sources">
        {view.sources.map((source) => (
          <li key={source}>
            <a href={source}>{source.replace('https://', '')}</a>
          </li>
        ))}
      </ul>
      <nav class="no-print" aria-labelledby="group">
        <p id="group">
          {text['code.neighbours']}
          {text['code.colon']}
          <a href={view.group.href}>{view.group.name}</a>
        </p>
        {around.length > 0 && (
          <ul>
            {around.map(({ label, link }) => (
              <li key={label}>
                {label}
                {text['code.colon']}
                <a href={link?.href}>{link?.name}</a>
              </li>
            ))}
          </ul>
        )}
      </nav>
    </article>
  );
}

type PartProps = Pick<Props, 'text' | 'view'>;

function LinkList({ links }: { readonly links: readonly NamedLink[] }) {
  return (
    <ul>
      {links.map(({ name, href }) => (
        <li key={href}>
          <a href={href}>
            <InlineText of={name} />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Says since when nothing sets it any more, and what to look at instead. */
function Gone({ text, view, until }: PartProps & { readonly until: string }) {
  return (
    <p class="gone">
      {formatText(text['code.gone'], { version: until })}
      {view.replacedBy.length > 0 && text['code.replacedBy']}
      {view.replacedBy.map(({ name, href }, index) => (
        <>
          {index > 0 && text['code.comma']}
          <a href={href}>{name}</a>
        </>
      ))}
    </p>
  );
}

/** What an exit code says by arithmetic. */
function Steps({ text, view: { code, numbers, signal } }: PartProps) {
  const [first = 0, last = 0] = numbers ?? [];
  const steps = first === last ? toExitCodeSteps(first) : [];
  const windows = steps.find((one) => one.step === 'windows');
  const sent = steps.find((one) => one.step === 'signal');
  return (
    <>
      {windows && <p>{formatText(text['arithmetic.windows'], { ...windows })}</p>}
      {sent && (
        <p>
          {`${code} = 128 + ${String(sent.number)}${text['code.colon']}`}
          {signal && <a href={signal.href}>{signal.name}</a>}
          {signal && text['code.stop']}
          {formatText(text['arithmetic.signalNote'], { code })}
        </p>
      )}
    </>
  );
}

/** What is known of it in single words. */
function Facts({ text, view }: PartProps) {
  const versions = [
    view.since === undefined ? '' : formatText(text['code.since'], { version: view.since }),
    view.until === undefined ? '' : formatText(text['code.until'], { version: view.until }),
  ].filter((part) => part !== '');
  return (
    <dl>
      {view.type !== undefined && (
        <div>
          <dt>{text['code.type']}</dt>
          <dd>{view.type}</dd>
        </div>
      )}
      {view.action && (
        <div>
          <dt>{text['code.action']}</dt>
          <dd>{text[`action.${view.action}`]}</dd>
        </div>
      )}
      {view.sentBy !== undefined && (
        <div>
          <dt>{text['code.sentBy']}</dt>
          <dd>
            <InlineText of={view.sentBy} />
          </dd>
        </div>
      )}
      {view.number !== undefined && (
        <div>
          <dt>{text['code.number']}</dt>
          <dd>{view.number}</dd>
        </div>
      )}
      <div>
        <dt>{text['code.setBy']}</dt>
        <dd class="set-by">
          {view.setBy.map(({ name, source, repo }, index) => (
            <>
              {index > 0 && <br />}
              {name}
              {repo !== undefined && (
                <span class="muted">
                  {formatText(text['code.brackets'], {
                    text: [repo, text['code.outOfTree']].join(text['code.comma']),
                  })}
                </span>
              )}
              {source && (
                <>
                  <br />
                  {source.href === undefined ? (
                    <code>{source.name}</code>
                  ) : (
                    <a href={source.href}>{source.name}</a>
                  )}
                </>
              )}
            </>
          ))}
        </dd>
      </div>
      {versions.length > 0 && (
        <div>
          <dt>{text['code.versions']}</dt>
          <dd>{versions.join(text['code.comma'])}</dd>
        </div>
      )}
      {view.aliases.length > 0 && (
        <div>
          <dt>{text['code.aliases']}</dt>
          <dd>{view.aliases.join(text['code.comma'])}</dd>
        </div>
      )}
    </dl>
  );
}
