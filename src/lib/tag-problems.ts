import type { ContentIndex } from './content-index.ts';
import type { MdxOutline, MdxTag, TagName } from './mdx-outline.ts';
import { placeholderProblems } from './text-problems.ts';

/** What each kind of text may place; other tags of ours belong elsewhere. */
const EVERYWHERE = ['Cause', 'Tree', 'Explainer', 'Version', 'Danger'] as const;
const ALLOWED: Readonly<Record<TextKind, ReadonlySet<TagName>>> = {
  cause: new Set<TagName>([...EVERYWHERE, 'Run']),
  runbook: new Set<TagName>([...EVERYWHERE, 'Command', 'Causes']),
  explainer: new Set<TagName>([...EVERYWHERE, 'Command']),
};
export type TextKind = 'cause' | 'runbook' | 'explainer';

const ATTRIBUTES: Readonly<Record<TagName, readonly string[]>> = {
  Run: ['of'],
  Command: ['run', 'purpose', 'expect', 'risk', 'undo'],
  Causes: [],
  Tree: ['id'],
  Cause: ['id'],
  Explainer: ['id'],
  Version: ['since', 'until'],
  Danger: [],
};
const VERSION = /^1\.\d+$/u;

/**
 * Finds what is wrong with the tags of a text: unreadable, not for this kind of text, attributes
 * that nobody reads, ids that point nowhere. Returns texts that name the file; empty is good.
 */
export function tagProblems(
  file: string,
  kind: TextKind,
  { tags, unreadable }: MdxOutline,
  content: ContentIndex,
): string[] {
  return [
    ...unreadable.map((text) => `${file}: cannot read the tag in “${text}”`),
    ...tags.flatMap((tag) => [
      ...(ALLOWED[kind].has(tag.name) ? [] : [toMisplaced(file, kind, tag.name)]),
      ...oneTagProblems(file, tag, content),
    ]),
  ];
}

function toMisplaced(file: string, kind: TextKind, name: TagName): string {
  if (name === 'Run') return `${file}: use <Command />, not <Run />`;
  if (name === 'Command') return `${file}: use <Run />, not <Command />`;
  return `${file}: <${name} /> does not belong into ${kind}s`;
}

function oneTagProblems(file: string, tag: MdxTag, content: ContentIndex): string[] {
  const { name, attributes } = tag;
  const { id = '' } = attributes;
  const where = toName(file, tag);
  const problems = Object.keys(attributes)
    .filter((key) => !ATTRIBUTES[name].includes(key))
    .map((key) => `${where} has an unknown attribute "${key}"`);
  if (name === 'Command') problems.push(...commandProblems(where, attributes));
  if (name === 'Cause' && !Object.hasOwn(content.causes, id))
    problems.push(`${where}: there is no cause of this id`);
  if (
    name === 'Explainer' &&
    !Object.keys(content.explainerTexts).some((key) => key.startsWith(`${id}/`))
  )
    problems.push(`${where}: there is no explainer of this id`);
  if (name === 'Tree' && !content.files.includes(`trees/${id}.yaml`))
    problems.push(`${where}: there is no decision tree of this id`);
  if (name === 'Version') problems.push(...versionProblems(where, attributes));
  return problems;
}

function toName(file: string, { name, attributes }: MdxTag): string {
  const shown = name === 'Command' ? ['run'] : ATTRIBUTES[name];
  const text = shown
    .filter((key) => key in attributes || key === 'run')
    .map((key) => ` ${key}="${attributes[key] ?? ''}"`);
  return `${file}: <${name}${text.join('')}>`;
}

function commandProblems(where: string, attributes: MdxTag['attributes']): string[] {
  const run = attributes['run'] ?? '';
  const problems = placeholderProblems(where, run);
  if (run === '') problems.push(`${where} has no command`);
  if ('risk' in attributes && !('undo' in attributes))
    problems.push(`${where} has a risk but no undo`);
  if ('undo' in attributes && !('risk' in attributes))
    problems.push(`${where} has an undo but no risk`);
  return problems;
}

function versionProblems(where: string, { since, until }: MdxTag['attributes']): string[] {
  if (since === undefined && until === undefined) return [`${where} needs since or until`];
  return [since, until].some((version) => version !== undefined && !VERSION.test(version))
    ? [`${where}: write a version as 1.33`]
    : [];
}
