// A door of its own, so that the page of a tree does not load what reads a paste.
export { fillCommand, splitFlags, type Values } from '../placeholders.ts';
export {
  CAUSE_FACT,
  listFirstPlaces,
  listPaths,
  parseAnswers,
  printAnswers,
  walkTree,
  type AnyTree,
  type Tree,
  type TreeAnswer,
  type TreeAnswers,
  type TreeCause,
  type TreeLines,
  type TreeQuestion,
  type TreeStep,
  type TreeWalk,
} from './walk.ts';
export { edgeName, outcomeNode, questionNode, targetNode, toMermaid } from './mermaid.ts';
export { treeProblems } from './problems.ts';
