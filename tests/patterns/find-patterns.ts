// Every regular expression of the product: those in the rules of content, and those that the core is written with.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Condition } from '../../src/core/index.ts';
import { CATALOGUE } from '../helpers/catalogue.ts';

export interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
  /** What it is tested against: lines of any length, or texts that the core cuts before it tests rules. */
  readonly reach: 'line' | 'text';
}

const ROOT = join(import.meta.dirname, '../..');
const LITERAL = /^\/([^]*)\/([a-z]*)$/u;
/** Folders whose code sees what somebody pastes or types. The others read only what is in this repository. */
const READ_IN_A_BROWSER = ['core', 'manifest', 'report', 'islands', 'i18n'];
/** Patterns that only exist at run time, and why they need no check of their own. */
const MADE_AT_RUN_TIME: Readonly<Record<string, string>> = {
  'src/core/match.ts': 'the patterns of content',
  'src/core/pattern-index.ts': 'the patterns of content',
};

function patternsOfContent(): Pattern[] {
  return Object.entries(CATALOGUE).flatMap(([id, { rule }]) => {
    const conditions: readonly Condition[] = [
      ...rule.cases.flatMap(({ when, unless = [] }) => [...when, ...unless]),
      ...(rule.supports ?? []),
    ];
    return conditions.flatMap(({ matches: source }) =>
      source === undefined
        ? []
        : [
            {
              file: `content/causes/${id}/cause.yaml`,
              source,
              flags: 'iu',
              reach: 'text' as const,
            },
          ],
    );
  });
}

/** The text of a constant expression, as far as the constants above it tell; undefined when they do not. */
function textOf(node: ts.Expression, constants: ReadonlyMap<string, string>): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isIdentifier(node)) return constants.get(node.text);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return joined([textOf(node.left, constants), textOf(node.right, constants)]);
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw')
    return templateText(node.template, constants, (part) => part.rawText);
  return ts.isTemplateExpression(node)
    ? templateText(node, constants, (part) => part.text)
    : undefined;
}

function templateText(
  template: ts.TemplateLiteral,
  constants: ReadonlyMap<string, string>,
  read: (part: ts.TemplateLiteralLikeNode) => string | undefined,
): string | undefined {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return read(template);
  const spans = template.templateSpans.flatMap(({ expression, literal }) => [
    textOf(expression, constants),
    read(literal),
  ]);
  return joined([read(template.head), ...spans]);
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
}

function readFile(file: string): { patterns: Pattern[]; problems: string[] } {
  const patterns: Pattern[] = [];
  const problems: string[] = [];
  const constants = new Map<string, string>();
  const text = readFileSync(join(ROOT, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const add = (node: ts.Node, pattern: string, flags: string) =>
    patterns.push({ file: `${file}:${lineOf(node)}`, source: pattern, flags, reach: 'line' });

  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const value = textOf(node.initializer, constants);
      if (value !== undefined) constants.set(node.name.text, value);
    }
    if (ts.isRegularExpressionLiteral(node)) {
      const [, pattern = '', flags = ''] = LITERAL.exec(node.text) ?? [];
      add(node, pattern, flags);
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      const [first, second] = node.arguments ?? [];
      const pattern = first && textOf(first, constants);
      const flags = second ? textOf(second, constants) : '';
      if (pattern !== undefined && flags !== undefined) add(node, pattern, flags);
      else if (!(file in MADE_AT_RUN_TIME))
        problems.push(
          `${file}:${lineOf(node)}: this pattern is not a constant, so nobody checks it`,
        );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { patterns, problems };
}

/** Finds all patterns, and the places in the code where a pattern cannot be known from its source. */
export function findPatterns(): { patterns: Pattern[]; problems: string[] } {
  const files = globSync(`src/{${READ_IN_A_BROWSER.join()}}/**/*.{ts,tsx}`, { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .map(readFile);
  return {
    patterns: [...files.flatMap(({ patterns }) => patterns), ...patternsOfContent()],
    problems: files.flatMap(({ problems }) => problems),
  };
}
