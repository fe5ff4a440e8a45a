const URL = /\b[a-z][a-z0-9+.-]{0,20}:\/\/\S+/giu;
const UUID = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/giu;
const HASH = /\b(?:sha256:)?[0-9a-f]{12,}\b/giu;
const ADDRESS = /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/gu;
/** A zone of AWS, Google or Alibaba. */
const ZONE =
  /\b(?:[a-z]{2}(?:-(?:gov|iso))?-[a-z]+-\d[a-f]|(?:us|[a-z]{5}america|europe|asia|australia|me|africa)-[a-z]+\d{1,2}-[a-f]|cn-[a-z]+-[a-l])\b/gu;
const PATH = /(?:\/[\w.@~+-]+){2,}/gu;
const TIME = /\b\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}:\d{2}\S*|\b\d{2}:\d{2}:\d{2}(?:\.\d+)?\b/giu;
const TIME_OUT = /\btim(?:e|es|ed|ing)[ -]out\b/giu;
const CAMEL = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/gu;
const WORD = /[a-z][a-z0-9]+|\d{1,3}\b/gu;
const CJK = /[\u3400-\u9fff]+/gu;

/** Words that carry nothing in a question or in an error. */
const STOP = new Set(
  'the an is are was were be been being to of on in at by for from with and or but not no it its this that there then than as if when while after before my our your we you can could would should do does did done has have had having get gets got how what why where which who any all some more most other into out up down off over under again once here just only own same so too very will just don now am pm still always keeps keep why because due error errors failed failing fails fail failure message pod pods container containers kubernetes kubectl k8s cluster work works working worked help please problem issue question wrong broken something hello everyone since yesterday mean means meaning'.split(
    ' ',
  ),
);

/** The same in Chinese: words of questions, and particles. */
const ASKING =
  /怎么办|怎么|怎样|如何|为什么|什么|为何|为啥|请问|求助|有没有|办法|原因|解决|处理|排查|一直|老是|总是|经常|偶尔|突然|有时|的时候|[的了吗呢啊吧]/gu;

/** The plural away. */
function toSingular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:ss|sh|ch|x|z)es$/u.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^s]s$/u.test(word) ? word.slice(0, -1) : word;
}

/** A word without endings that do not change what it is about: `mounts`, `mounted` and `mounting` are one word. */
export function stem(word: string): string {
  const one = toSingular(word);
  if (one.length > 5 && one.endsWith('ing')) return one.slice(0, -3).replace(/(.)\1$/u, '$1');
  if (one.length > 4 && one.endsWith('ed')) return one.slice(0, -2).replace(/(.)\1$/u, '$1');
  return one.length > 4 && one.endsWith('e') ? one.slice(0, -1) : one;
}

/** Pairs of neighbouring characters, as Chinese has no spaces; a single one stands alone. */
function pairsOf(run: string): string[] {
  if (run.length === 1) return [run];
  return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
}

/**
 * Takes out of a text what names one thing of one cluster: addresses, URLs, hashes, paths, times.
 *
 * The words of an error stay, so that the rest is what two clusters print alike.
 */
export function stripNames(text: string): string {
  return text
    .replace(URL, ' ')
    .replace(UUID, ' ')
    .replace(HASH, ' ')
    .replace(ADDRESS, ' ')
    .replace(TIME, ' ')
    .replace(PATH, ' ');
}

/**
 * Cuts a text into the words by which it is compared: without names, addresses, paths and times, in lower case, with
 * `CamelCase` also in parts, and Chinese in runs.
 */
export function toTerms(text: string): string[] {
  const plain = stripNames(text).replace(TIME_OUT, 'timeout').replace(ZONE, 'zone');
  const words: string[] = [];
  const add = (source: string) => {
    for (const [word] of source.matchAll(WORD)) if (!STOP.has(word)) words.push(stem(word));
  };
  add(plain.toLowerCase());
  const parts = plain.replace(CAMEL, ' ');
  if (parts !== plain) add(parts.toLowerCase());
  for (const [run] of plain.replace(ASKING, ' ').matchAll(CJK)) words.push(run);
  return [...new Set(words)];
}

/** Cuts the Chinese runs among terms into pairs, by which they are compared. */
export function splitTerms(terms: readonly string[]): string[] {
  return [
    ...new Set(terms.flatMap((term) => (/^[\u3400-\u9fff]/u.test(term) ? pairsOf(term) : [term]))),
  ];
}

/** The words of a text, ready to be compared: those of `toTerms`, with Chinese in pairs of characters. */
export function toWords(text: string): string[] {
  return splitTerms(toTerms(text));
}
