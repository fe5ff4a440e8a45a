import { emptyObject } from '../parse/object.ts';
import type { ConditionReport, ObjectReport, Read } from '../types.ts';
import {
  entryAt,
  entryOf,
  listAt,
  nodeAt,
  placeOf,
  rowsAt,
  textAt,
  textOf,
  textsAt,
  type LocatedNode,
} from './node.ts';

type List<T> = T extends readonly (infer U)[] ? U[] : T;
/** An object while it is being read. */
export type Draft = { -readonly [K in keyof ObjectReport]: List<ObjectReport[K]> };

function readOwner(root: LocatedNode): Read<string> | undefined {
  const owners = listAt(root, 'metadata', 'ownerReferences');
  const owner = owners.find((one) => textOf(nodeAt(one, 'controller')) === 'true') ?? owners[0];
  const kind = textAt(owner, 'kind');
  const name = textAt(owner, 'name');
  return kind && name ? { value: `${kind.value}/${name.value}`, line: name.line } : undefined;
}

/** Reads what every kind has: its names, labels, annotations, owner, finalizers, and whether it is being deleted. */
export function readMetadata(root: LocatedNode, kind: string): Draft {
  const draft = emptyObject(kind, 'manifest', entryOf(root, 'kind')?.line ?? root.line) as Draft;
  const name = textAt(root, 'metadata', 'name') ?? textAt(root, 'metadata', 'generateName');
  const namespace = textAt(root, 'metadata', 'namespace');
  const owner = readOwner(root);
  const deleted = textAt(root, 'metadata', 'deletionTimestamp');
  const phase = textAt(root, 'status', 'phase');
  if (name) draft.name = name;
  if (namespace) draft.namespace = namespace;
  if (owner) draft.controlledBy = owner;
  if (deleted) draft.status = { ...deleted, value: 'Terminating' };
  else if (phase) draft.status = phase;
  draft.labels = rowsAt(root, 'metadata', 'labels');
  draft.annotations = [
    ...rowsAt(root, 'metadata', 'annotations'),
    // Nothing to read, but to be hidden where a paste is passed on.
    ...['data', 'stringData'].flatMap((key) => rowsAt(root, key)),
  ];
  const finalizers = entryAt(root, 'metadata', 'finalizers');
  const names = textsAt(root, 'metadata', 'finalizers').map(({ value }) => value);
  if (finalizers && names.length > 0)
    draft.fields.push({
      name: 'Finalizers',
      value: `[${names.join(' ')}]`,
      ...placeOf(finalizers),
    });
  const reason = textAt(root, 'status', 'reason');
  const message = textAt(root, 'status', 'message');
  if (reason) draft.reason = reason;
  if (message) draft.message = message;
  draft.conditions = readConditions(listAt(root, 'status', 'conditions'));
  return draft;
}

/** Reads `status.conditions`, with the reason and the message that describe leaves out for pods. */
function readConditions(items: readonly LocatedNode[]): ConditionReport[] {
  return items.flatMap((item): ConditionReport[] => {
    const type = textAt(item, 'type');
    const status = textAt(item, 'status');
    if (!type || !status) return [];
    const reason = textAt(item, 'reason');
    const message = textAt(item, 'message');
    // Not the whole item: when it was probed is no evidence.
    const places = [type, status, reason, message].filter((one) => one !== undefined);
    const line = Math.min(...places.map((one) => one.line));
    const endLine = Math.max(...places.map((one) => one.endLine ?? one.line));
    return [
      {
        type: type.value,
        status: status.value,
        line,
        ...(endLine > line ? { endLine } : {}),
        ...(reason ? { reason: reason.value } : {}),
        ...(message ? { message: message.value } : {}),
      },
    ];
  });
}
