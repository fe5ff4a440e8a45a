// What is loaded when it is asked for: the list of keys, what was read of an object, and what leaves the page in the
// reader's hands (the redacted copy, the list of what was replaced, the report).
import { useEffect, useState } from 'preact/hooks';
import {
  createRedactorInSteps,
  LOCALES,
  type Diagnosis,
  type ObjectDiagnosis,
  type ObjectReport,
  type Redactor,
} from '../core/index.ts';
import { formatText } from '../i18n/format.ts';
import type { UiText } from '../i18n/index.ts';
import { onDemandText } from '../i18n/on-demand.ts';
import { toIssue, toIssueHref } from '../report/issue.ts';
import { toMarkdown } from '../report/markdown.ts';
import type { CatalogueView } from '../report/view.ts';
import type { CodeOffer } from './CodeLinks.tsx';
import CopyButton from './CopyButton.tsx';
import KeyList, { type KeyListProps } from './KeyboardHelp.tsx';
import { finishInSlices } from './slices.ts';
import ObjectSummary from './Summary.tsx';

interface Shared {
  readonly text: UiText;
  readonly diagnosis: Diagnosis;
}

/** The words of the page and those that came with this program. */
function withWords(text: UiText): UiText {
  const lang = document.documentElement.lang.toLowerCase();
  return { ...text, ...onDemandText[LOCALES.find((locale) => locale === lang) ?? 'en'] };
}

/** The list of keys. */
export function KeyboardHelp(props: KeyListProps) {
  return <KeyList {...props} text={withWords(props.text)} />;
}

/** What was read of one object. */
export function Summary({
  text,
  ...rest
}: {
  readonly text: UiText;
  readonly object: ObjectReport;
  readonly codes: CodeOffer | undefined;
}) {
  return <ObjectSummary text={withWords(text)} {...rest} />;
}

const redactors = new WeakMap<Diagnosis, Promise<Redactor>>();

/** Looks for all that is to be replaced, in slices; the same placeholders in the copy, the list and the report. */
function redactorOf(diagnosis: Diagnosis): Promise<Redactor> {
  let redactor = redactors.get(diagnosis);
  if (!redactor) {
    const steps = createRedactorInSteps(diagnosis.lines.join('\n'), diagnosis.report);
    redactors.set(diagnosis, (redactor = finishInSlices(steps)));
  }
  return redactor;
}

/** The redactor of a diagnosis; undefined while it is being made. */
function useRedactor(diagnosis: Diagnosis): Redactor | undefined {
  const [made, setMade] = useState<{ readonly of: Diagnosis; readonly redactor: Redactor }>();
  useEffect(() => {
    let isCancelled = false;
    void redactorOf(diagnosis).then((redactor) => {
      if (!isCancelled) setMade({ of: diagnosis, redactor });
    });
    return () => {
      isCancelled = true;
    };
  }, [diagnosis]);
  return made?.of === diagnosis ? made.redactor : undefined;
}

/** The result as Markdown for a ticket or a chat. */
export async function toCopy(
  text: UiText,
  views: CatalogueView,
  diagnosis: Diagnosis,
): Promise<string> {
  return toMarkdown(withWords(text), views, diagnosis, await redactorOf(diagnosis));
}

const SHOWN = 200;

/** Everything that is replaced in the copy. */
export function Replacements({ text: words, diagnosis }: Shared) {
  const text = withWords(words);
  const redactor = useRedactor(diagnosis);
  if (!redactor) return <p class="busy">{text['triage.busy']}</p>;
  const { replacements } = redactor;
  const hidden = replacements.length - SHOWN;
  const label = formatText(text['share.count'], { count: replacements.length });
  return (
    <>
      <p>{label}</p>
      {replacements.length > 0 && (
        <>
          <div class="table-scroll" tabIndex={0} role="group" aria-label={label}>
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
        </>
      )}
    </>
  );
}

interface ReportProps extends Shared {
  readonly views: CatalogueView;
  /** The object in view; undefined when the text was not recognised. */
  readonly current: ObjectDiagnosis | undefined;
  /** Where issues are opened; without it the report can only be copied. */
  readonly repository: string | undefined;
}

/** A report longer than an address may be could not be opened. */
const MAX_NOTES = 400;

/** The report of a wrong diagnosis, with what the reader adds to it. */
export function Report({ text: words, views, diagnosis, current, repository }: ReportProps) {
  const text = withWords(words);
  const [was, setWas] = useState('');
  const [notes, setNotes] = useState('');
  const redactor = useRedactor(diagnosis);
  if (!redactor) return <p class="busy">{text['triage.busy']}</p>;
  const issue = toIssue(text, views, diagnosis, current, { was, notes }, redactor);
  return (
    <>
      <label>
        {text['report.was']}
        <select
          onChange={(event) => {
            setWas(event.currentTarget.value);
          }}
        >
          <option value="">{text['report.unknown']}</option>
          {Object.entries(views)
            .sort(([, a], [, b]) => a.title.localeCompare(b.title, document.documentElement.lang))
            .map(([id, { title }]) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
        </select>
      </label>
      <label>
        {text['report.notes']}
        <textarea
          maxLength={MAX_NOTES}
          onInput={(event) => {
            setNotes(event.currentTarget.value);
          }}
        />
      </label>
      <p>
        {text['report.note']} {text['share.redacted']}
      </p>
      <pre tabIndex={0} role="group" aria-label={text['report.title']}>
        {issue.body}
      </pre>
      <p class="box-tools">
        <CopyButton text={text} label={text['report.copy']} content={() => issue.body} />
        {repository !== undefined && (
          <a href={toIssueHref(repository, issue)} target="_blank" rel="noopener noreferrer">
            {formatText(text['report.open'], { host: new URL(repository).host })}
          </a>
        )}
      </p>
    </>
  );
}
