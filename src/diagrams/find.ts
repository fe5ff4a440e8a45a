import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue, readTrees } from '../cli/catalogue.ts';
import { toFenceSources, type DiagramSource } from './source.ts';
import { toTreeSources } from './trees.ts';

const slashes = (file: string) => file.replaceAll('\\', '/');

/** Every diagram of the content, once each. */
export function findSources(root: string): DiagramSource[] {
  const fences = globSync('content/{runbooks,explainers,causes}/*/*.mdx', { cwd: root })
    .map(slashes)
    .sort()
    .flatMap((file) => toFenceSources(file, readFileSync(join(root, file), 'utf8')));
  return [
    ...new Map(fences.map((one) => [one.file, one])).values(),
    ...toTreeSources(readTrees(root), readCatalogue(root)),
  ];
}

/** Every drawing that is kept. */
export function findDrawings(root: string): string[] {
  return globSync('content/{diagrams,trees}/*.svg', { cwd: root }).map(slashes).sort();
}
