import type { ObjectDiagnosis } from '../core/index.ts';

/** The words and addresses of the decision trees; a page without them offers none. */
export interface TreeOffer {
  readonly label: string;
  readonly note: string;
  /** Where the trees are; the id of one is put behind it. */
  readonly folder: string;
  /** Id of the tree to begin with. */
  readonly first: string;
  /** The module that tells how the trees see their answers in a paste. */
  readonly data: string;
}

interface Props {
  readonly offer: TreeOffer;
  readonly diagnosis: ObjectDiagnosis;
  readonly lines: readonly string[];
}

/** Leads to the tree that goes on from what the text shows, with its answers filled in. */
export default function WalkTree({ offer, diagnosis, lines }: Props) {
  const start = `${offer.folder}${offer.first}/`;
  const walk = async () => {
    try {
      const { toTreeAddress } = await import('./tree-address.ts');
      location.assign(await toTreeAddress(offer, diagnosis, lines));
    } catch {
      // Offline, say: the tree works without a paste, too.
      location.assign(start);
    }
  };
  return (
    <section class="walk-tree no-print">
      <p>
        <a
          href={start}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            void walk();
          }}
        >
          {offer.label}
        </a>
      </p>
      <p class="muted">{offer.note}</p>
    </section>
  );
}
