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

type ValuesOf = (one: ObjectDiagnosis) => readonly string[];

/** How many of the objects have each value. */
function countValues(objects: readonly ObjectDiagnosis[], valuesOf: ValuesOf): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of objects)
    for (const value of new Set(valuesOf(one))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Finds what a group has in common; made once for all groups, of which there can be hundreds. */
class SharedValues {
  private readonly objects: readonly ObjectDiagnosis[];
  private readonly valuesOf: ValuesOf;
  private readonly counts: ReadonlyMap<string, number>;
  /** How many objects have any value. */
  private readonly filled: number;

  constructor(objects: readonly ObjectDiagnosis[], valuesOf: ValuesOf) {
    this.objects = objects;
    this.valuesOf = valuesOf;
    this.counts = countValues(objects, valuesOf);
    this.filled = objects.filter((one) => valuesOf(one).length > 0).length;
  }

  /** The one value that every member has and no other object has; undefined when there is none or no contrast. */
  find(members: readonly ObjectDiagnosis[]): string | undefined {
    const [first] = members;
    const { objects, valuesOf, counts, filled } = this;
    if (!first || members.length < ENOUGH_TO_SHARE || members.length === objects.length)
      return undefined;
    // Without a value in any other object there is no contrast.
    if (filled <= members.filter((one) => valuesOf(one).length > 0).length) return undefined;
    return valuesOf(first).find(
      (value) =>
        counts.get(value) === members.length &&
        members.every((one) => valuesOf(one).includes(value)),
    );
  }
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
    const members = groups.get(key);
    if (members) members.push(index);
    else groups.set(key, [index]);
  });
  const nodes = new SharedValues(objects, nodesOf);
  const images = new SharedValues(objects, imagesOf);
  return [...groups.values()].flatMap((members): ObjectGroup[] => {
    const own = members.flatMap((index) => objects[index] ?? []);
    const [first] = own;
    if (!first) return [];
    const cause = first.findings[0]?.cause;
    const node = nodes.find(own);
    const image = images.find(own);
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
