// cspell:ignore configmap
import { expect, test } from 'vitest';
import { toTerms } from '../../../src/core/search/index.ts';
import { packCatalogue, unpackEntries } from '../../../src/search/packed.ts';
import { CATALOGUE } from '../../helpers/catalogue.ts';

const causes = Object.entries(CATALOGUE).map(([id, cause]) => ({
  ...cause,
  id,
  title: cause.title.en,
  phrases: cause.aliases.en,
}));
const runbooks = [...new Set(causes.map(({ runbook }) => runbook))].map((id) => ({
  id,
  title: `About ${id}`,
  codes: ['was refused', 'Pending'],
  phrases: ['Nothing works', 'Nothing works'],
}));

test('every cause and runbook comes back, with its address, rule, codes and phrases', () => {
  const catalogue = packCatalogue('/base/zh-cn', runbooks, causes);
  const entries = [...unpackEntries(JSON.parse(JSON.stringify(catalogue)) as typeof catalogue, {})];
  expect(entries).toHaveLength(runbooks.length + causes.length);
  expect(entries[0]).toEqual({
    kind: 'runbook',
    href: `/base/zh-cn/runbooks/${runbooks[0]?.id ?? ''}/`,
    title: runbooks[0]?.title,
    codes: ['was refused', 'Pending'],
    phrases: [toTerms('Nothing works')],
  });
  for (const { id, runbook, title, codes, aliases, rule } of causes) {
    const entry = entries.find(({ cause }) => cause === id);
    expect(entry).toMatchObject({
      kind: 'cause',
      href: `/base/zh-cn/runbooks/${runbook}/#${id}`,
      title,
      parent: `About ${runbook}`,
      codes,
    });
    // Patterns come back in small letters.
    const small = (value: unknown) => JSON.stringify(value).toLowerCase();
    expect(small(entry?.rule?.cases)).toEqual(
      small(
        rule.cases
          .filter(
            ({ confidence, when }) =>
              confidence !== 'possible' &&
              when.some(
                ({ matches, is }) => matches ?? [is].flat().some((one) => typeof one === 'string'),
              ),
          )
          .map(({ confidence, weight = 50, when, unless }) => ({
            confidence,
            weight,
            when,
            ...(unless && { unless }),
          })),
      ),
    );
    for (const terms of aliases.en.map(toTerms))
      expect(entry?.phrases.some((phrase) => terms.every((term) => phrase.includes(term)))).toBe(
        true,
      );
  }
});

test.each([
  'runAsNonRoot is not set',
  'OOMKilled after deploy',
  'ConfigMap and configmap, FailedMount',
  'Secret 名字写错，ConfigMap 没创建',
])('the terms of “%s” come back, none twice and none more', (text) => {
  const runbook = { id: 'a', title: 'A', codes: [], phrases: [text] };
  const [entry] = unpackEntries(packCatalogue('', [runbook], []), {});
  expect(entry?.phrases.map((terms) => [...terms].sort())).toEqual([toTerms(text).sort()]);
});

test('pages come back with their addresses', () => {
  const catalogue = packCatalogue('', [], []);
  const entries = [
    ...unpackEntries(catalogue, {
      '/lookup/event/': 'FailedMount|FailedAttachVolume',
      '/': 'Background~explainers',
    }),
  ];
  expect(entries.map(({ href, title }) => [href, title])).toEqual([
    ['/lookup/event/failedmount/', 'FailedMount'],
    ['/lookup/event/failedattachvolume/', 'FailedAttachVolume'],
    ['/explainers/', 'Background'],
  ]);
});
