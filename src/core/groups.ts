import type { ObjectDiagnosis, Verdict } from './diagnose.ts';

/** Objects with the same dominant cause. */
export interface ObjectGroup {
  readonly verdict: Verdict;
  /** The first cause of each; undefined when none was found. */
  readonly cause?: string;
  /** Positions in `Diagnosis.objects`. */
  readonly members: readonly number[];
  /** What all members share and others do not; only for groups of three and more. */
  readonly node?: string;
  readonly image?: string;
}

const ENOUGH_TO_SHARE = 3;

const nodesOf = ({ object }: ObjectDiagnosis) =>
  object.node === undefined || object.node.value === '<none>' ? [] : [object.node.value];
const imagesOf = ({ object }: ObjectDiagnosis) =>
  object.containers.flatMap(({ image }) => image?.value ?? []);

/** The one value that every member has and not every other object has; undefined when there is none or no contrast. */
function findShared(
  members: readonly ObjectDiagnosis[],
  others: readonly ObjectDiagnosis[],
  valuesOf: (one: ObjectDiagnosis) => readonly string[],
): string | undefined {
  const [first] = members;
  if (!first || members.length < ENOUGH_TO_SHARE || others.length === 0) return undefined;
  return valuesOf(first).find(
    (value) =>
      members.every((one) => valuesOf(one).includes(value)) &&
      others.some((one) => valuesOf(one).length > 0) &&
      others.every((one) => !valuesOf(one).includes(value)),
  );
}

/**
 * Groups objects by what is wrong with them, in the order of the objects: worst first.
 *
 * A node or an image that all members of a group share, and no object outside it, is pointed out.
 */
export function groupObjects(objects: readonly ObjectDiagnosis[]): ObjectGroup[] {
  const groups = new Map<string, number[]>();
  objects.forEach(({ verdict, findings }, index) => {
    const key = `${verdict}/${findings[0]?.cause ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  return [...groups.values()].flatMap((members): ObjectGroup[] => {
    const own = members.flatMap((index) => objects[index] ?? []);
    const others = objects.filter((one) => !own.includes(one));
    const [first] = own;
    if (!first) return [];
    const cause = first.findings[0]?.cause;
    const node = findShared(own, others, nodesOf);
    const image = findShared(own, others, imagesOf);
    return [
      {
        verdict: first.verdict,
        members,
        ...(cause === undefined ? {} : { cause }),
        ...(node === undefined ? {} : { node }),
        ...(image === undefined ? {} : { image }),
      },
    ];
  });
}
