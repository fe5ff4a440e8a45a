import { createHash } from 'node:crypto';

/** A diagram as an author wrote it, or as it is written from data. */
export interface DiagramSource {
  /** Mermaid source. */
  readonly source: string;
  /** Where it stands, for messages. */
  readonly where: string;
  /** The file below the root of the project that holds the drawing. */
  readonly file: string;
}

/** Raised when drawings of the same source come out differently, so that all of them are drawn again. */
const DRAWN_BY = 'mermaid 12.3.0, drawing 1';
const HASH_LENGTH = 16;

const FENCE = /^ {0,3}(?<mark>`{3,}|~{3,})mermaid[ \t]*\n(?<body>.*?)^ {0,3}\k<mark>[ \t]*$/gmsu;
const TITLE = /^\s*accTitle:\s*(?<text>\S.*?)\s*$/mu;
const DESCRIPTION = /^\s*accDescr(?::\s*(?<line>\S.*?)\s*$|\s*\{(?<block>[^}]*)\})/mu;
const KIND = /^\s*(?:flowchart|sequenceDiagram)\b/u;

/** One hash for one drawing: it changes with the source and with the way of drawing. */
export function toDiagramHash(source: string): string {
  const text = source.replaceAll('\r\n', '\n').trim();
  return createHash('sha256').update(`${DRAWN_BY}\n${text}`).digest('hex').slice(0, HASH_LENGTH);
}

/** The Mermaid fences of a Markdown text, in its order. */
export function findFences(body: string): string[] {
  return [...body.replaceAll('\r\n', '\n').matchAll(FENCE)].map(({ groups }) =>
    (groups?.['body'] ?? '').trim(),
  );
}

/** The fences of a text with the files that hold their drawings. */
export function toFenceSources(where: string, body: string): DiagramSource[] {
  return findFences(body).map((source) => ({
    source,
    where,
    file: `content/diagrams/${toDiagramHash(source)}.svg`,
  }));
}

/** What the author calls the diagram: `accTitle: …`. */
export function findDiagramTitle(source: string): string | undefined {
  return TITLE.exec(source)?.groups?.['text'];
}

/** What it shows, in words: `accDescr: …` or `accDescr { … }`. */
export function findDiagramDescription(source: string): string | undefined {
  const { line, block } = DESCRIPTION.exec(source)?.groups ?? {};
  const text = (line ?? block)?.replaceAll(/\s+/gu, ' ').trim();
  return text === '' ? undefined : text;
}

/**
 * What is wrong with the diagrams and their drawings. Needs no browser.
 *
 * @param drawn Gives the hash that a kept drawing carries; undefined when there is no such file.
 * @param files Every kept drawing, below the root of the project.
 */
export function diagramProblems(
  sources: readonly DiagramSource[],
  drawn: (file: string) => string | undefined,
  files: readonly string[],
): string[] {
  const used = new Set(sources.map(({ file }) => file));
  const problems = [
    ...sources.flatMap(({ source, where, file }) => {
      if (!KIND.test(source))
        return [`${where}: a diagram begins with flowchart or sequenceDiagram`];
      if (findDiagramTitle(source) === undefined || findDiagramDescription(source) === undefined)
        return [
          `${where}: a diagram needs accTitle (its caption) and accDescr (what it shows, in words)`,
        ];
      const hash = drawn(file);
      if (hash === undefined) return [`${where}: a diagram is not drawn: run \`npm run diagrams\``];
      return hash === toDiagramHash(source)
        ? []
        : [`${file}: was drawn from another text than that of ${where}: run \`npm run diagrams\``];
    }),
    ...files
      .filter((file) => !used.has(file))
      .map((file) => `${file}: no text has this diagram: run \`npm run diagrams\``),
  ];
  // A tree is one file with a drawing for each language.
  return [...new Set(problems)];
}
