import { causeProblems } from './cause-problems.ts';
import { codeProblems } from './code-problems.ts';
import { commandProblems } from './command-problems.ts';
import { explainerProblems } from './explainer-problems.ts';
import { findTextIds, type ContentIndex } from './content-index.ts';
import { contentDiagramProblems } from './diagrams.ts';
import { runbookProblems } from './runbook-problems.ts';

const CONTENT_FILES = [
  /^README\.md$/u,
  /^confirmed\.json$/u,
  /^changes\.yaml$/u,
  /^samples\/[a-z0-9-]+\.txt$/u,
  /^causes\/[a-z0-9_-]+\/(?:cause\.yaml|en\.mdx|zh-cn\.mdx)$/u,
  /^codes\/[a-z0-9-]+\.yaml$/u,
  /^trees\/(?:_left-out\.yaml|[a-z0-9-]+\.(?:yaml|en\.svg|zh-cn\.svg))$/u,
  /^diagrams\/[0-9a-f]+\.svg$/u,
  /^commands\/[a-z0-9-]+\.yaml$/u,
  /^(?:runbooks|explainers)\/[a-z0-9_-]+\/(?:en|zh-cn)\.mdx$/u,
  /^runbooks\/[a-z0-9_-]+\/aliases\.yaml$/u,
];

/**
 * Finds what no single file can show: ids that point nowhere, texts that lack a language, languages
 * that part ways, commands that are not placed. All at once, each with the file to open.
 */
export function contentProblems(content: ContentIndex): string[] {
  return [
    ...fileProblems(content),
    ...Object.entries(content.causes).flatMap(([id, cause]) => causeProblems(id, cause, content)),
    ...findTextIds(content.runbookTexts).flatMap((id) => runbookProblems(id, content)),
    ...findTextIds(content.explainerTexts).flatMap((id) => explainerProblems(id, content)),
    ...commandProblems(content),
    ...contentDiagramProblems(content),
    ...codeProblems(content),
  ];
}

function fileProblems({ causes, files }: ContentIndex): string[] {
  const folders = new Set(
    files
      .map((file) => /^causes\/([^_/][^/]*)\//u.exec(file)?.[1])
      .filter((id) => id !== undefined),
  );
  return [
    ...files
      .filter((file) => !CONTENT_FILES.some((known) => known.test(file)))
      .map((file) => `content/${file}: nothing reads a file of this name`),
    ...[...folders]
      .filter((id) => !causes[id])
      .map((id) => `content/causes/${id}/cause.yaml is missing`),
  ];
}
