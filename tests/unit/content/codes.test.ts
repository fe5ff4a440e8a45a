import { describe, expect, test } from 'vitest';
import { readCodeFiles } from '../../../src/cli/catalogue.ts';
import { LOCALES } from '../../../src/core/index.ts';
import { toExitCodeSteps } from '../../../src/core/lookup/index.ts';
import { findCausesOfCodes, toCodeGroups } from '../../../src/lib/codes.ts';
import { measureCodeCoverage } from '../../helpers/code-coverage.ts';
import { CATALOGUE } from '../../helpers/catalogue.ts';

const files = readCodeFiles();
const codes = toCodeGroups(files).flatMap((group) => group.codes);
const causesOfCodes = findCausesOfCodes(codes, CATALOGUE);

test.each(measureCodeCoverage(files))('$list: every name has an entry', ({ missing }) => {
  expect(missing).toEqual([]);
});

test('every code that a cause names has an entry that leads back to it', () => {
  const found = new Set(
    Object.entries(causesOfCodes).flatMap(([ref, ids]) => ids.map((id) => `${id} ${ref}`)),
  );
  const unknown = Object.entries(CATALOGUE).flatMap(([id, cause]) =>
    cause.codes
      .filter(
        (name) =>
          !codes.some(
            ({ code, aliases, ref }) =>
              (code === name || aliases.includes(name)) && found.has(`${id} ${ref}`),
          ),
      )
      .map((name) => `content/causes/${id}: ${name}`),
  );
  expect(unknown).toEqual([]);
});

test('every exit code that is a signal has the entry of its signal', () => {
  const signals = codes.flatMap(({ kind, numbers }) =>
    kind === 'signal' && numbers ? [numbers] : [],
  );
  // 32 and 33 belong to glibc and have no name.
  const nameless = codes.flatMap(({ kind, code, numbers }) => {
    if (kind !== 'exit-code' || numbers?.[0] !== numbers?.[1]) return [];
    const step = toExitCodeSteps(Number(code)).find((one) => one.step === 'signal');
    return step && !signals.some(([from, to]) => from <= step.number && step.number <= to)
      ? [code]
      : [];
  });
  expect(nameless).toEqual(['160', '161']);
});

const HAN = String.raw`[\p{Script=Han}]`;
const LATIN = String.raw`[A-Za-z0-9]`;
/** Chinese next to Latin letters without a space, or a half-width mark after Chinese. */
const TIGHT = new RegExp(`${HAN}(?:\`?${LATIN}|[,;:?!.](?!\\S*\`))|${LATIN}\`?${HAN}`, 'u');

describe.each(codes)('$ref', ({ meaning, sentBy, confusedWith, programs }) => {
  test('its meaning is whole sentences, and long enough to say something', () => {
    // Names of programs keep their small letter.
    expect(meaning.en).toMatch(/^(?:[A-Z`/−-]|(?:kube|docker|containerd|cluster)).{28,}[.)]$/u);
    expect(meaning['zh-cn']).toMatch(/.{10,}[。）]$/u);
  });

  test('code marks come in pairs, Chinese is spaced', () => {
    const texts = [
      meaning,
      ...(sentBy ? [sentBy] : []),
      ...confusedWith.map(({ tell }) => tell),
      ...programs.map((program) => program.meaning),
    ];
    for (const text of texts) {
      for (const locale of LOCALES)
        expect((text[locale].match(/`/gu) ?? []).length % 2, text[locale]).toBe(0);
      expect(text['zh-cn']).not.toMatch(TIGHT);
    }
  });
});

test('no two entries mean the same in the same words', () => {
  const seen = new Map<string, string>();
  const doubles = codes.flatMap(({ ref, meaning }) => {
    const other = seen.get(meaning.en);
    seen.set(meaning.en, ref);
    return other === undefined ? [] : [`${other} = ${ref}`];
  });
  expect(doubles).toEqual([]);
});
