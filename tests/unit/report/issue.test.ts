import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createRedactor, diagnose, LOCALES, type Locale } from '../../../src/core/index.ts';
import { uiText } from '../../../src/i18n/index.ts';
import { toIssue, toIssueHref, type Correction } from '../../../src/report/issue.ts';
import { toCatalogueView } from '../../../src/report/view.ts';
import { CATALOGUE } from '../../helpers/catalogue.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FIXTURES = join(ROOT, 'tests/fixtures/describe');
const views = Object.fromEntries(
  LOCALES.map((locale) => [locale, toCatalogueView(CATALOGUE, locale, () => '#')]),
) as Record<Locale, ReturnType<typeof toCatalogueView>>;

const readInput = (name: string) => readFileSync(join(FIXTURES, name, 'input.txt'), 'utf8');

/** The report about the first object of a paste. */
function write(pasted: string, correction: Partial<Correction> = {}, locale: Locale = 'en') {
  const diagnosis = diagnose(pasted, views[locale]);
  const current = diagnosis.guess === undefined ? diagnosis.objects[0] : undefined;
  const known = { was: '', notes: '', ...correction };
  const redactor = createRedactor(pasted, diagnosis.report);
  return toIssue(uiText[locale], views[locale], diagnosis, current, known, redactor);
}

/** Fenced blocks as a Markdown reader sees them; a fence ends at one that is at least as long. */
function readBlocks(markdown: string): string[][] {
  const blocks: string[][] = [];
  let fence = '';
  for (const line of markdown.split('\n')) {
    const ticks = /^`{3,}/u.exec(line)?.[0] ?? '';
    if (fence === '' && ticks !== '') {
      fence = ticks;
      blocks.push([]);
    } else if (fence !== '' && ticks.length >= fence.length && line === ticks) fence = '';
    else if (fence !== '') blocks.at(-1)?.push(line);
  }
  expect(fence, 'every fence is closed').toBe('');
  return blocks;
}

describe('the text of the report', () => {
  const oomKilled = readInput('oom-killed');

  test('what triage said, what it was, what was read and the paste, in this order', () => {
    const { title, body } = write(oomKilled, { was: 'killed-by-signal', notes: 'I sent it.' });
    expect(title).toBe('Misdiagnosis: oom-killed → killed-by-signal');
    expect(body.match(/^### .*$/gmu)).toEqual([
      '### What triage said',
      '### What it really was',
      '### Your text',
    ]);
    expect(body).toContain(`**Certain**: ${views.en['oom-killed']?.title ?? ''} (\`oom-killed\`)`);
    expect(body).toMatch(/^25: Reason:\s+OOMKilled$/mu);
    expect(body).toContain('(`killed-by-signal`)\n\n```text\nI sent it.\n```\n');
    expect(body).toContain('"kind":"Pod","layout":"describe","events":"rows"');
    expect(body).toContain('\n      Reason:       OOMKilled\n');
  });

  test('the words of the page are Chinese on a Chinese page', () => {
    const { body } = write(oomKilled, {}, 'zh-cn');
    expect(body).toContain('### 实际的原因\n\n不清楚，或不在列表中\n');
    expect(body).toContain(`**确定**：${views['zh-cn']['oom-killed']?.title ?? ''}`);
  });

  test('a text that shows nothing wrong, and one that is no output, can be reported, too', () => {
    const healthy = write(readInput('negative-healthy-running'), { was: 'app-error-exit' });
    expect(healthy.title).toBe('Misdiagnosis: healthy → app-error-exit');
    const prose = write('hello\nworld');
    expect(prose.title).toBe('Misdiagnosis: prose → ?');
    expect(readBlocks(prose.body).at(-1)).toEqual(['hello', 'world']);
  });

  test('of several described pods only the first is in it', () => {
    const { body } = write(readInput('mixed-two-pods-healthy-and-broken'));
    expect(
      readBlocks(body)
        .at(-1)
        ?.filter((line) => line.startsWith('Name:')),
    ).toHaveLength(1);
  });
});

describe('what it may not tell', () => {
  const names = readdirSync(FIXTURES);
  /** Read without the parser: a name that it misses would be missed here as well. */
  const ROWS = [
    /^(?:Name|Namespace|Service Account): +(\S+)$/gmu,
    /^Node: +([^\s/]+)\/([\d.]+)$/gmu,
    /^ +(?:Image|SecretName|ClaimName|ConfigMapName): +(\S+)$/gmu,
    /^Controlled By: +\w+\/(\S+)$/gmu,
    /^ *IP: +([\d.]+)$/gmu,
    /\b(?:secrets?|configmaps?|persistentvolumeclaims?|serviceaccounts?|pods?|nodes?) "([^"\s]+)"/gu,
    /\bSuccessfully assigned ([^\s/]+)\/(\S+) to (\S+)$/gmu,
  ];
  const PUBLIC = /^(?:default|kube-.*|<.*>)$/u;

  test.each(names)('%s: no name, and no longer than an address may be', (name) => {
    const pasted = readInput(name);
    const issue = write(pasted, { was: 'node-lost', notes: pasted.slice(0, 400) });
    const words = ROWS.flatMap((row) => [...pasted.matchAll(row)].flatMap(([, ...found]) => found))
      .map((word) => word.replace(/<br\/>$/u, ''))
      .filter((word) => !PUBLIC.test(word))
      .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`));
    const quoted = readBlocks(issue.body).flat().join('\n');
    expect(
      [...new Set(words)].filter((word) =>
        new RegExp(`(?<![\\w-])${word}(?![\\w-])`, 'u').test(quoted),
      ),
    ).toEqual([]);
    expect(toIssueHref('https://github.com/owner/name', issue).length).toBeLessThan(8000);
  });

  test('what the reader writes is redacted where the paste has the same names', () => {
    const { body } = write(readInput('oom-killed'), { notes: 'pod in retail on worker-07' });
    expect(body).not.toContain('retail');
  });

  test('values of environment variables and labels are left out', () => {
    const { body } = write(readInput('oom-killed'));
    expect(body).toContain('JAVA_OPTS: <redacted>');
    expect(body).not.toContain('-Xmx768m');
  });
});

describe('what a paste cannot do', () => {
  test('end the block in which it stands', () => {
    const pasted = `${readInput('oom-killed')}\n\`\`\`\`\n# hello\n\`\`\`\`\`\n`;
    const block = readBlocks(write(pasted).body).at(-1);
    expect(block).toContain('# hello');
    expect(block).toContain('`````');
  });

  test('make the address too long: its middle is left out, and that is said', () => {
    const event = '  Warning  BackOff  2m  kubelet  Back-off restarting failed container';
    const pasted = `${readInput('oom-killed')}${`${event}\n`.repeat(300)}the end`;
    const issue = write(pasted, { was: 'node-lost', notes: '内存不足'.repeat(100) }, 'zh-cn');
    const block = readBlocks(issue.body).at(-1) ?? [];
    expect(block[0]).toMatch(/^Name:/u);
    expect(block.at(-1)).toBe('the end');
    expect(block.filter((line) => /^\[… \d+ …\]$/u.test(line))).toHaveLength(1);
    expect(toIssueHref('https://github.com/owner/name', issue).length).toBeLessThan(8000);
  });

  test('break the address with half of a character', () => {
    const { title, body } = write(`Name: web\n${'x'.repeat(299)}\u{1f600}\n\ud83d`);
    expect(() => toIssueHref('https://github.com/owner/name', { title, body })).not.toThrow();
  });
});

describe('the form in the repository', () => {
  interface Form {
    readonly body: readonly { readonly type: string; readonly id?: string }[];
  }
  const folder = join(ROOT, '.github/ISSUE_TEMPLATE');

  test('exists under the name and with the field that the address fills in', () => {
    const url = new URL(
      toIssueHref('https://github.com/owner/name', { title: 'a & b', body: 'c\nd' }),
    );
    expect(url.origin + url.pathname).toBe('https://github.com/owner/name/issues/new');
    const { template = '', title, ...fields } = Object.fromEntries(url.searchParams);
    expect(title).toBe('a & b');
    expect(Object.values(fields)).toEqual(['c\nd']);
    const form = parse(readFileSync(join(folder, template), 'utf8')) as Form;
    expect(form.body.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(fields)));
  });

  test.each(readdirSync(folder).filter((file) => file !== 'config.yml'))(
    '%s has ids that are unique',
    (file) => {
      const form = parse(readFileSync(join(folder, file), 'utf8')) as Form;
      const ids = form.body.flatMap(({ id, type }) => (type === 'markdown' ? [] : [id]));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).not.toContain(undefined);
    },
  );
});
