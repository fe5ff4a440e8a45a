import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { groupObjects, type ObjectDiagnosis } from '../core/index.ts';
import { formatText } from '../i18n/format.ts';
import type { UiText } from '../i18n/index.ts';
import { MAX_UNGROUPED, toCauseTitle, toGroupTitle, toSubject } from '../report/sentences.ts';
import type { CatalogueView } from '../report/view.ts';
import Icon, { type IconName } from './Icon.tsx';

interface Props {
  readonly text: UiText;
  readonly views: CatalogueView;
  readonly objects: readonly ObjectDiagnosis[];
  readonly chosen: number;
  readonly choose: (index: number) => void;
}

/** So many members of a group are drawn at a time. */
const SHOWN_AT_ONCE = 100;

/** How it stands with an object: how sure its first cause is, or that it has none. */
export const stateOf = ({ verdict, findings }: ObjectDiagnosis) =>
  verdict === 'causes' ? (findings[0]?.confidence ?? 'likely') : verdict;

export function iconOf(one: ObjectDiagnosis): IconName {
  const state = stateOf(one);
  return state === 'healthy' ? 'good' : state === 'undetermined' ? 'possible' : state;
}

interface GroupProps {
  readonly text: UiText;
  readonly title: string;
  readonly members: readonly number[];
  /** The object that is shown. */
  readonly chosen: number;
  /** Draws a member. Thousands of them are drawn only as they are asked for. */
  readonly children: (member: number) => ComponentChildren;
}

function Group({ text, title, members, chosen, children }: GroupProps) {
  const isChosen = members.includes(chosen);
  const [isOpen, setOpen] = useState(isChosen);
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const left = members.length - shown;
  useEffect(() => {
    setOpen(isChosen);
  }, [isChosen]);
  return (
    <details
      open={isOpen}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{title}</summary>
      {isOpen && <ul>{members.slice(0, shown).map(children)}</ul>}
      {isOpen && left > 0 && (
        <button
          type="button"
          onClick={() => {
            setShown(shown + SHOWN_AT_ONCE);
          }}
        >
          {formatText(text['group.more'], { count: left })}
        </button>
      )}
    </details>
  );
}

/** The objects of the paste, worst first, each to be opened. */
export default function ObjectList({ text, views, objects, chosen, choose }: Props) {
  const item = (index: number, withTitle: boolean) => {
    const one = objects[index];
    return (
      one && (
        <li key={index}>
          <button
            type="button"
            class={`object is-${stateOf(one)}`}
            aria-pressed={index === chosen}
            onClick={() => {
              choose(index);
            }}
          >
            <Icon name={iconOf(one)} />
            <span>{toSubject(text, one.object)}</span>
            {withTitle && (
              <small>{toCauseTitle(text, views, one.findings[0]?.cause, one.verdict)}</small>
            )}
          </button>
        </li>
      )
    );
  };
  const groups = useMemo(() => groupObjects(objects), [objects]);
  const label = formatText(text['result.objects'], { count: objects.length });
  return (
    <nav class="objects" aria-label={label}>
      <p class="muted">{label}</p>
      {objects.length <= MAX_UNGROUPED ? (
        <ul>{objects.map((_, index) => item(index, true))}</ul>
      ) : (
        groups.map((group) => (
          <Group
            key={`${group.verdict}-${group.cause ?? ''}`}
            text={text}
            title={toGroupTitle(text, views, group)}
            members={group.members}
            chosen={chosen}
          >
            {(index) => item(index, false)}
          </Group>
        ))
      )}
    </nav>
  );
}
