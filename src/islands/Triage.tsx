import { useEffect, useRef, useState } from 'preact/hooks';
import { formatText } from '../i18n/format.ts';
import type { UiText } from '../i18n/index.ts';
import { decodeText } from '../report/decode-text.ts';
import { toAnnouncement } from '../report/sentences.ts';
import type { CatalogueView } from '../report/view.ts';
import { readCatalogue } from './catalogue.ts';
import type { CodeOffer } from './CodeLinks.tsx';
import { loadOnDemand, type OnDemand } from './LazyDetails.tsx';
import Result from './Result.tsx';
import { jumpTo, VERDICT_ID } from './jump.ts';
import { useFileDrop, usePasteAnywhere, useShortcuts, useSingleKeys } from './page-input.ts';
import { loadSample } from './samples.ts';
import type { TreeOffer } from './WalkTree.tsx';
import { takeHandover } from '../search/handover.ts';
import { useDiagnosis } from './use-diagnosis.ts';

export interface TriageProps {
  readonly text: UiText;
  /** Files of `content/samples/` and the words on their buttons. */
  readonly samples: readonly { readonly name: string; readonly label: string }[];
  /** Where issues are opened, when the build knows it. */
  readonly repository: string | undefined;
  /** Leads on to the decision trees, where the page has them. */
  readonly trees?: TreeOffer | undefined;
  /** Leads on to the lookup, where the page has it. */
  readonly codes?: CodeOffer | undefined;
  /** What is known of the causes; read from the page when it is not given. */
  readonly catalogue?: CatalogueView | undefined;
}

const BOX_ID = 'describe';
/** What was typed before the script came; hydration empties the box. */
const TYPED_BEFORE =
  typeof document === 'undefined'
    ? ''
    : ((document.getElementById(BOX_ID) as HTMLTextAreaElement | null)?.value ?? '');
const MAX_MEGABYTES = 50;
/** Longer texts stay out of the box: browsers lay out a large one on every key. */
const MAX_IN_BOX = 300_000;
/** So much of a longer one is shown there, for the same reason. */
const SHOWN_IN_BOX = 20_000;
/** Spoken once the text rests, so that typing is not interrupted; milliseconds. */
const ANNOUNCE_AFTER = 600;

/** The paste box and its result. Holds no knowledge of Kubernetes: it shows what the core returns. */
export default function Triage({
  text,
  samples,
  repository,
  trees,
  codes,
  catalogue,
}: TriageProps) {
  const [pasted, setPasted] = useState('');
  const [trouble, setTrouble] = useState('');
  const [announcement, announce] = useState('');
  const [views, setViews] = useState<CatalogueView>();
  const box = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const [later, setLater] = useState<OnDemand>();
  /** A sample is read, not edited: the focus goes on to its answer, where single keys work. */
  const goToAnswer = useRef(false);
  /** Counts what was asked for: a file or a sample that comes after something newer is not taken. */
  const turn = useRef(0);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const { diagnosis, isBusy } = useDiagnosis(pasted, views);

  const take = (content: string) => {
    turn.current += 1;
    if (content.length > MAX_MEGABYTES * 1e6) {
      // It never reaches the page: browsers hang on so much text.
      setTrouble(formatText(text['triage.fileTooLarge'], { limit: MAX_MEGABYTES }));
      return;
    }
    setTrouble('');
    setPasted(content);
  };
  const clear = () => {
    take('');
    box.current?.focus();
  };
  const takeFile = async (chosen: File | undefined) => {
    if (!chosen) return;
    if (chosen.size > MAX_MEGABYTES * 1e6) {
      setTrouble(formatText(text['triage.fileTooLarge'], { limit: MAX_MEGABYTES }));
      return;
    }
    const own = (turn.current += 1);
    // A folder, or a file that is gone, is no text either.
    const bytes = await chosen.arrayBuffer().catch(() => undefined);
    if (own !== turn.current) return;
    const content = bytes && decodeText(new Uint8Array(bytes));
    if (content === undefined) setTrouble(text['triage.fileBinary']);
    else if (content.trim() === '') setTrouble(text['triage.fileEmpty']);
    else take(content);
  };

  const takeSample = async (name: string) => {
    const own = (turn.current += 1);
    const content = await loadSample(name);
    if (own !== turn.current) return;
    if (content === undefined) {
      setTrouble(text['triage.notLoaded']);
      return;
    }
    goToAnswer.current = true;
    take(content);
  };

  const openHelp = async () => {
    if (later) {
      help.current?.showModal();
      return;
    }
    try {
      setLater(await loadOnDemand());
    } catch {
      setTrouble(text['triage.notLoaded']);
    }
  };

  useEffect(() => {
    setViews(catalogue ?? readCatalogue());
  }, [catalogue]);
  useEffect(() => {
    const handed = takeHandover() || TYPED_BEFORE;
    if (handed !== '') take(handed);
  }, []);
  usePasteAnywhere(take, MAX_IN_BOX);
  const dragging = useFileDrop(take, takeFile);
  useShortcuts({ box, openHelp: () => void openHelp(), clear, singleKeys });
  useEffect(() => {
    if (!diagnosis || !goToAnswer.current) return;
    goToAnswer.current = false;
    jumpTo(VERDICT_ID);
  }, [diagnosis]);

  useEffect(() => {
    const timer = setTimeout(() => {
      announce(diagnosis && views ? toAnnouncement(text, views, diagnosis) : '');
    }, ANNOUNCE_AFTER);
    return () => {
      clearTimeout(timer);
    };
  }, [diagnosis]);

  const isLong = pasted.length > MAX_IN_BOX;
  return (
    <div
      class={diagnosis ? 'triage has-result' : 'triage'}
      data-dragging={dragging ? '' : undefined}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <label for={BOX_ID}>{text['triage.paste']}</label>
        <textarea
          id={BOX_ID}
          ref={box}
          autofocus
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          placeholder={text['triage.placeholder']}
          aria-describedby="privacy"
          value={isLong ? pasted.slice(0, SHOWN_IN_BOX) : pasted}
          readOnly={isLong}
          onInput={(event) => {
            take(event.currentTarget.value);
          }}
        />
        {dragging && <p class="drop-note">{text['triage.drop']}</p>}
        <div class="box-tools no-print">
          {pasted !== '' && (
            <button type="button" onClick={clear}>
              {text['triage.clear']}
            </button>
          )}
          <button type="button" onClick={() => file.current?.click()}>
            {text['triage.file']}
          </button>
          <input
            ref={file}
            type="file"
            hidden
            aria-label={text['triage.file']}
            onChange={(event) => {
              void takeFile(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          <button type="button" class="help-button" onClick={() => void openHelp()}>
            {text['triage.shortcuts']} <kbd>?</kbd>
          </button>
          <p id="privacy" class="muted">
            {text['triage.privacy']}
          </p>
        </div>
        {trouble !== '' && (
          <p class="trouble" role="alert">
            {trouble}
          </p>
        )}
        {pasted === '' && (
          <div class="samples no-print">
            <p>{text['triage.samples']}</p>
            {samples.map(({ name, label }) => (
              <button key={name} type="button" onClick={() => void takeSample(name)}>
                {label}
              </button>
            ))}
          </div>
        )}
      </form>
      <p class="visually-hidden" role="status">
        {announcement}
      </p>
      {isBusy && <p class="busy">{text['triage.busy']}</p>}
      {diagnosis && views && (
        <Result
          text={text}
          views={views}
          diagnosis={diagnosis}
          repository={repository}
          trees={trees}
          codes={codes}
          announce={announce}
        />
      )}
      {later && (
        <later.KeyboardHelp
          text={text}
          dialog={help}
          singleKeys={singleKeys}
          setSingleKeys={setSingleKeys}
        />
      )}
    </div>
  );
}
