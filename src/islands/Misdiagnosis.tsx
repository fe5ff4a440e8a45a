import { useState } from 'preact/hooks';
import type { Diagnosis, ObjectDiagnosis, Redactor } from '../core/index.ts';
import { formatText } from '../i18n/format.ts';
import type { UiText } from '../i18n/index.ts';
import { toIssue, toIssueHref } from '../report/issue.ts';
import type { CatalogueView } from '../report/view.ts';
import CopyButton from './CopyButton.tsx';

interface Props {
  readonly text: UiText;
  readonly views: CatalogueView;
  readonly diagnosis: Diagnosis;
  /** The object in view; undefined when the text was not recognised. */
  readonly current: ObjectDiagnosis | undefined;
  readonly redactor: Redactor;
  /** Where issues are opened; without it the report can only be copied. */
  readonly repository: string | undefined;
}

/** A report longer than an address may be could not be opened. */
const MAX_NOTES = 400;

function Report({ text, views, diagnosis, current, redactor, repository }: Props) {
  const [was, setWas] = useState('');
  const [notes, setNotes] = useState('');
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
            .sort(([, a], [, b]) => a.title.localeCompare(b.title))
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

/** Builds a report of a wrong diagnosis, here in the page; the reader takes it where it belongs. */
export default function Misdiagnosis(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details
      class="report no-print"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{props.text['report.title']}</summary>
      {open && <Report {...props} />}
    </details>
  );
}
