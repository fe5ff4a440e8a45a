import { LOCALES, type Locale } from '../core/index.ts';
import type { ContentIndex } from './content-index.ts';
import { readMdxOutline, type MdxOutline } from './mdx-outline.ts';
import { tagProblems } from './tag-problems.ts';
import { headingProblems, linkProblems, type Place } from './text-problems.ts';

/** What to say when the shapes of two languages differ. */
export const OTHER_SHAPE =
  'the languages have other headings, list items, table rows, samples or links, or in another order';

/** A page of prose that stands in every language: a runbook or an explainer. */
export interface Article<Head> extends Place {
  /** Bodies and front matter by `<id>/<locale>`. */
  readonly texts: Readonly<Record<string, string>>;
  readonly heads: Readonly<Record<string, Head>>;
  /** The fields of the front matter that are the same in every language. */
  readonly shared: readonly (keyof Head & string)[];
  /** What else is wrong with the text of one language. */
  readonly check: (file: string, locale: Locale, outline: MdxOutline, head: Head) => string[];
}

/** What is wrong with one folder, in each language and between the languages. */
export function articleProblems<Head>(article: Article<Head>, content: ContentIndex): string[] {
  const { folder: kind, id, texts, heads, shared, check } = article;
  const folder = `content/${kind}/${id}`;
  const problems: string[] = [];
  const shapes = new Set<string>();
  const commands = new Set<string>();
  const keys = new Set<string>();

  for (const locale of LOCALES) {
    const file = `${folder}/${locale}.mdx`;
    const body = texts[`${id}/${locale}`];
    const head = heads[`${id}/${locale}`];
    if (body === undefined || !head) {
      problems.push(`${file} is missing`);
      continue;
    }
    const outline = readMdxOutline(body);
    shapes.add(outline.shape);
    commands.add(toCommands(outline));
    keys.add(JSON.stringify(shared.map((key) => head[key])));
    problems.push(
      ...tagProblems(file, kind === 'runbooks' ? 'runbook' : 'explainer', outline, content),
      ...headingProblems(file, outline),
      ...linkProblems(file, locale, { folder: kind, id }, outline, content),
      ...check(file, locale, outline, head),
    );
  }

  if (shapes.size > 1) problems.push(`${folder}: ${OTHER_SHAPE}`);
  if (commands.size > 1)
    problems.push(`${folder}: the languages have other commands, or in another order`);
  if (keys.size > 1) {
    const names = `${shared.slice(0, -1).join(', ')} and ${shared.at(-1) ?? ''}`;
    problems.push(`${folder}: ${names} must be the same in every language`);
  }
  return problems;
}

/** Words may differ between the languages; what is run, and whether it changes something, may not. */
function toCommands({ tags }: MdxOutline): string {
  return JSON.stringify(
    tags
      .filter(({ name }) => name === 'Command')
      .map(({ attributes }) => [attributes['run'], 'risk' in attributes]),
  );
}
