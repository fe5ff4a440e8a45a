import { existsSync, readFileSync } from 'node:fs';
import type { Cause } from '../core/index.ts';
import type { Tree } from '../core/tree/index.ts';
import { parseDrawing, readDrawingHash, type Drawing } from '../diagrams/drawing.ts';
import { diagramProblems, toFenceSources } from '../diagrams/source.ts';
import { toTreeSources } from '../diagrams/trees.ts';
import type { ContentIndex } from './content-index.ts';

/** Drawings that are kept, below the root of the project. */
const DRAWINGS = /^diagrams\/[0-9a-f]+\.svg$/u;
const TREE_DRAWINGS = /^trees\/.*\.svg$/u;

/** Reads a kept drawing. Throws with the name of the file when it is not what `npm run diagrams` writes. */
export function loadDrawing(file: string): Drawing {
  try {
    return parseDrawing(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What is wrong with the diagrams of all texts: not drawn, stale, without a description, or without a text. */
export function contentDiagramProblems(content: ContentIndex): string[] {
  const texts = [
    ...Object.entries(content.runbookTexts).map(([id, body]) => ['runbooks', id, body] as const),
    ...Object.entries(content.explainerTexts).map(
      ([id, body]) => ['explainers', id, body] as const,
    ),
    ...Object.entries(content.causeTexts).map(([id, body]) => ['causes', id, body] as const),
  ];
  return diagramProblems(
    texts.flatMap(([folder, id, body]) => toFenceSources(`content/${folder}/${id}.mdx`, body)),
    readHash,
    content.files.filter((file) => DRAWINGS.test(file)).map((file) => `content/${file}`),
  );
}

/** The same for the drawings of the trees. */
export function treeDrawingProblems(
  trees: Readonly<Record<string, Tree>>,
  causes: Readonly<Record<string, Cause>>,
  files: readonly string[],
): string[] {
  return diagramProblems(
    toTreeSources(trees, causes),
    readHash,
    files.filter((file) => TREE_DRAWINGS.test(file)).map((file) => `content/${file}`),
  );
}

function readHash(file: string): string | undefined {
  return existsSync(file) ? readDrawingHash(readFileSync(file, 'utf8')) : undefined;
}
