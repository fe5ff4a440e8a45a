/** What words of a page are, by what they count in the search; the last counts most. */
const ROLES = ['prose', 'code', 'heading'] as const;
type Role = (typeof ROLES)[number];

/** Words that follow each other and count alike. */
export interface Words {
  readonly role: Role;
  readonly text: string;
}

/** Elements within a sentence; every other one begins a piece of text of its own. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
const ROLE_OF: ReadonlyMap<string, Role> = new Map([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading'] as const),
  ...['code', 'pre', 'kbd', 'samp'].map((name) => [name, 'code'] as const),
]);
const ENDS_ITSELF = /[.,:;!?…·。，：；、！？]$/u;
const CHINESE = /[\u3400-\u9fff]/u;

/**
 * Collects the text of a page as a reader sees it: parts that are apart on the page are apart in the text, whether or
 * not there is a space between them in the markup.
 *
 * Pagefind's own reading of HTML joins the words of neighbouring elements, and puts a space behind each word that it
 * weighs differently. So it gets text that is ready: `toDocument` of `search-index.ts`.
 */
export class WordCollector {
  #words: { text: string; role: Role }[] = [];
  #roles: Role[] = [];
  /** Whether a space is due before the next text. */
  #isApart = true;
  /** What is due between two blocks. */
  #mark = '';
  #wasClosed = false;

  /** An element begins. */
  open(tagName: string): void {
    if (!INLINE.has(tagName)) this.#endBlock('·');
    // Nobody writes two elements side by side within a word.
    else if (this.#wasClosed && tagName !== 'wbr') this.#isApart = true;
    this.#roles.push(ROLE_OF.get(tagName) ?? this.#roles.at(-1) ?? 'prose');
    this.#wasClosed = false;
  }

  /** The element that began last ends. */
  close(tagName: string): void {
    this.#roles.pop();
    if (tagName === 'dt') this.#endBlock(':');
    else if (!INLINE.has(tagName)) this.#endBlock('·');
    this.#wasClosed = INLINE.has(tagName) && tagName !== 'wbr';
  }

  /** Text of the element that is open. */
  add(text: string): void {
    if (text === '') return;
    const role = this.#roles.at(-1) ?? 'prose';
    if (/^\s/u.test(text)) this.#isApart = true;
    const words = text.split(/\s+/u).filter((word) => word !== '');
    for (const [at, word] of words.entries()) this.#addWord(word, role, at > 0 || this.#isApart);
    if (words.length > 0) {
      this.#isApart = /\s$/u.test(text);
      this.#wasClosed = false;
    }
  }

  /** All that was collected since the last time; what follows is a new text. */
  take(): Words[] {
    const words: Words[] = [];
    for (const { text, role } of this.#words) {
      const last = words.at(-1);
      if (last?.role === role) words[words.length - 1] = { role, text: `${last.text} ${text}` };
      else words.push({ role, text });
    }
    this.#words = [];
    this.#mark = '';
    this.#isApart = true;
    return words;
  }

  #endBlock(mark: string): void {
    // The first of several ends tells what has ended.
    if (this.#mark === '') this.#mark = mark;
    this.#isApart = true;
  }

  #addWord(word: string, role: Role, isApart: boolean): void {
    const last = this.#words.at(-1);
    if (last && this.#mark !== '' && !ENDS_ITSELF.test(last.text)) {
      if (this.#mark === ':') last.text += CHINESE.test(last.text) ? '：' : ':';
      else this.#words.push({ text: this.#mark, role: 'prose' });
    }
    this.#mark = '';
    const before = isApart ? undefined : this.#words.at(-1);
    if (before) {
      before.text += word;
      if (ROLES.indexOf(role) > ROLES.indexOf(before.role)) before.role = role;
    } else this.#words.push({ text: word, role });
  }
}

/** The text of words in a row. */
export const joinWords = (words: readonly Words[]) => words.map(({ text }) => text).join(' ');
