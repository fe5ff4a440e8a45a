// Pastes that try to become markup, commands or prototypes. The browser test shows them; here they are reasoned about.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandValues, createRedactor, diagnose } from '../../../src/core/index.ts';
import { uiText } from '../../../src/i18n/index.ts';
import { takeManifests } from '../../../src/manifest/reader.ts';
import { toMarkdown } from '../../../src/report/markdown.ts';
import { toPlainText } from '../../../src/report/plain.ts';
import { RULES } from '../../helpers/catalogue.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/hostile');
const CASES = readdirSync(FOLDER).map((file) => ({
  name: file.replace('.txt', ''),
  text: readFileSync(join(FOLDER, file), 'utf8'),
}));
/** What a command that somebody copies may hold besides the words of the catalogue. */
const PLAIN = /^[A-Za-z0-9][\w.:/@-]*$/u;

describe.each(CASES)('$name', ({ text }) => {
  const diagnosis = diagnose(text, RULES, { take: takeManifests });

  test('is read like any other text', () => {
    expect(diagnosis.report.objects).not.toEqual([]);
    expect(toPlainText(uiText.en, RULES, diagnosis)).not.toBe('');
  });

  test('changes no object of the program', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Readonly<Record<string, unknown>>)['polluted']).toBeUndefined();
  });

  test('puts nothing into commands but names', () => {
    const values = diagnosis.report.objects.flatMap((object) =>
      [undefined, ...object.containers.map(({ name }) => name)].flatMap((container) =>
        Object.values(commandValues(object, container)),
      ),
    );
    for (const value of values) expect(value).toMatch(PLAIN);
  });

  test('cannot leave its fence in a copy', () => {
    const redactor = createRedactor(text, diagnosis.report);
    const copy = toMarkdown(uiText.en, RULES, diagnosis, redactor);
    let fence: string | undefined;
    for (const line of copy.split('\n')) {
      const found = /^`{3,}/u.exec(line)?.[0];
      if (fence === undefined) {
        expect(line).not.toMatch(/(?<!\\)[<[][^<]{0,80}hostile/u);
        if (found !== undefined) fence = found;
      } else if (line === fence) fence = undefined;
    }
    expect(fence).toBeUndefined();
  });
});
