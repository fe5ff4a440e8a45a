/** Shorter ones stand in nearly every text. */
const SHORTEST = 3;
const SYNTAX = /^[\^$\\.*+?()[\]{}|/-]$/u;
const QUANTIFIER = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/u;
/** What stands behind a backslash for more than one character. */
const LONG_ESCAPE = /^(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<[^>]*>)/u;
const GROUP = /^\((?:\?(?:[:=!]|<[=!]|<[^>=!][^>]*>))?/u;
const QUANTIFIER_REACH = 24;

/** Texts of which at least one must be there; undefined when nothing can be told. */
type Needs = readonly string[] | undefined;

/** The one of several needs that rules out most texts: its shortest text is the longest. */
function pickBest(options: readonly (readonly string[])[]): Needs {
  let best: Needs;
  let longest = 0;
  for (const option of options) {
    const shortest = Math.min(...option.map(({ length }) => length));
    if (shortest > longest) [best, longest] = [option, shortest];
  }
  return best;
}

/** Goes through the source of a pattern once. Knows the syntax as far as it takes to tell texts from the rest. */
class NeedsReader {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  readAlternatives(): Needs {
    const all: string[] = [];
    let isOpen = false;
    for (;;) {
      const needs = this.readSequence();
      if (needs) all.push(...needs);
      else isOpen = true;
      if (this.source[this.at] !== '|') break;
      this.at += 1;
    }
    return isOpen ? undefined : all;
  }

  private readSequence(): Needs {
    const options: (readonly string[])[] = [];
    let run = '';
    const endRun = () => {
      if (run.length >= SHORTEST) options.push([run.toLowerCase()]);
      run = '';
    };
    while (this.at < this.source.length && !/^[|)]$/u.test(this.source[this.at] ?? '')) {
      const char = this.readCharacter();
      if (typeof char === 'string') {
        const least = this.readQuantifier();
        if (least !== 0) run += char;
        if (least !== undefined) endRun();
      } else {
        endRun();
        const least = this.readQuantifier();
        if (char && least !== 0) options.push(char);
      }
    }
    endRun();
    return pickBest(options);
  }

  /** Takes one character, class or group; gives the character, what the group needs, or nothing. */
  private readCharacter(): string | Needs {
    const { source } = this;
    const char = source[this.at] ?? '';
    if (char === '(') return this.readGroup();
    this.at += 1;
    if (char === '[') {
      while (this.at < source.length && source[this.at] !== ']')
        this.at += source[this.at] === '\\' ? 2 : 1;
      this.at += 1;
      return undefined;
    }
    if (char === '\\') {
      const rest = source.slice(this.at, this.at + QUANTIFIER_REACH);
      const escaped = LONG_ESCAPE.exec(rest)?.[0] ?? source[this.at] ?? '';
      this.at += escaped.length;
      return SYNTAX.test(escaped) ? escaped : undefined;
    }
    return /^[.^$]$/u.test(char) ? undefined : char;
  }

  private readGroup(): Needs {
    const head = GROUP.exec(this.source.slice(this.at))?.[0] ?? '(';
    this.at += head.length;
    const needs = this.readAlternatives();
    this.at += 1;
    // What a look around wants may overlap with the rest; what it forbids is no need.
    return /[=!]$/u.test(head) ? undefined : needs;
  }

  /** How often what stands before it must be there at least; undefined without a quantifier. */
  private readQuantifier(): number | undefined {
    const found = QUANTIFIER.exec(this.source.slice(this.at, this.at + QUANTIFIER_REACH));
    if (!found) return undefined;
    this.at += found[0].length;
    return found[0].startsWith('+') ? 1 : Number(found[1] ?? 0);
  }
}

/**
 * Finds texts of which every text that a pattern matches has at least one, in lower case: `pod "?web|node web-\d` gives
 * `pod ` and `node web-`. Looking for them is many times faster than trying the pattern.
 *
 * Returns undefined when a text without any of them could match, too, and for patterns of very short texts.
 *
 * @param source A pattern that is valid with the flags `iu`.
 */
export function findRequiredTexts(source: string): readonly string[] | undefined {
  return new NeedsReader(source).readAlternatives();
}
