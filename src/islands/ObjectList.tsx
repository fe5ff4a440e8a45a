import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { groupObjects, type ObjectDiagnosis, type ObjectGroup } from '../core/index.ts';
import { formatText } from '../i18n/format.ts';
import type { UiText } from '../i18n/index.ts';
import { toSubject } from '../report/sentences.ts';
import type { CatalogueView } from '../report/view.ts';
import Icon, { type IconName } from './Icon.tsx';

interface Props {
  readonly text: UiText;
  readonly views: CatalogueView;
  readonly objects: readonly ObjectDiagnosis[];
  readonly chosen: number;
  readonly choose: (index: number) => void;
}

/** Up to this many objects stand in one list; more are grouped by what is wrong with them. */
const MAX_UNGROUPED = 8;
const SHOWN_IN_GROUP = 100;

export function iconOf({ verdict, findings }: ObjectDiagnosis): IconName {
  if (verdict === 'healthy') return 'good';
  return verdict === 'causes' ? (findings[0]?.confidence ?? 'likely') : 'possible';
}

const stateOf = ({ verdict, findings }: ObjectDiagnosis) =>
  verdict === 'causes' ? (findings[0]?.confidence ?? 'likely') : verdict;

interface GroupProps {
  readonly title: string;
  /** Whether it holds the object that is shown. */
  readonly isChosen: boolean;
  /** Draws the members. Thousands of them are drawn only once they are asked for. */
  readonly children: () => ComponentChildren;
}

function Group({ title, isChosen, children }: GroupProps) {
  const [isOpen, setOpen] = useState(isChosen);
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
      {isOpen && <ul>{children()}</ul>}
    </details>
  );
}

/** The objects of the paste, worst first, each to be opened. */
export default function ObjectList({ text, views, objects, chosen, choose }: Props) {
  const titleOf = (cause: string | undefined, verdict: ObjectDiagnosis['verdict']) =>
    cause === undefined || verdict === 'healthy'
      ? text[verdict === 'healthy' ? 'group.healthy' : 'group.undetermined']
      : (views[cause]?.title ?? cause);
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
            {withTitle && <small>{titleOf(one.findings[0]?.cause, one.verdict)}</small>}
          </button>
        </li>
      )
    );
  };
  const groupTitle = ({ cause, verdict, members, node, image }: ObjectGroup) => {
    const shared = [
      node === undefined ? '' : formatText(text['group.sharedNode'], { node }),
      image === undefined ? '' : formatText(text['group.sharedImage'], { image }),
    ].filter((part) => part !== '');
    const count = formatText(text['group.count'], {
      count: members.length,
      title: titleOf(cause, verdict),
    });
    return shared.length > 0 ? `${count} (${shared.join(', ')})` : count;
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
            title={groupTitle(group)}
            isChosen={group.members.includes(chosen)}
          >
            {() => group.members.slice(0, SHOWN_IN_GROUP).map((index) => item(index, false))}
          </Group>
        ))
      )}
    </nav>
  );
}
