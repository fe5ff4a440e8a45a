import { describe, expect, test } from 'vitest';
import { readSingleData } from '../../../src/cli/single-data.ts';
import { LOCALES } from '../../../src/core/index.ts';
import { CODE_KINDS } from '../../../src/core/lookup/index.ts';
import { packData, unpackData, type TextNode } from '../../../src/single/data.ts';
import { parseRoute } from '../../../src/single/route.ts';

const data = readSingleData({ SITE: 'https://example.org/triage/' });
const codes = data.codeGroups.flatMap((group) => group.codes);
const parts = new Set([...CODE_KINDS, ...data.codeGroups.map(({ id }) => id)]);

/** Every text in a JSON value. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** What a text names by one of our own tags. */
function namesOf(nodes: readonly TextNode[], tag: 'cause' | 'run'): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    if (node[0] === 'cause' || node[0] === 'run') return node[0] === tag ? [node[1]] : [];
    return namesOf(node[1], tag);
  });
}

test('survives its packing', () => {
  expect(unpackData(packData(data))).toEqual(data);
});

test('every address within the file leads to a cause, a code or a part of the list', () => {
  const hashes = textsOf(data).filter((text) => /^#(?:en|zh-cn)\//u.test(text));
  expect(hashes.length).toBeGreaterThan(100);
  const dead = [...new Set(hashes)].filter((hash) => {
    const view = parseRoute(hash)?.view;
    if (view?.name === 'causes') return view.id !== undefined && !data.causes[view.id];
    if (view?.name !== 'lookup') return true;
    return view.part === undefined
      ? !codes.some(({ ref }) => ref === view.id)
      : !parts.has(view.part);
  });
  expect(dead).toEqual([]);
});

test('what is named by its id is there', () => {
  const refs = Object.values(data.causes).flatMap((cause) =>
    cause.codes.flatMap(({ ref }) => ref ?? []),
  );
  expect(refs.filter((ref) => !codes.some((code) => code.ref === ref))).toEqual([]);
  const causes = [
    ...codes.flatMap((code) => code.causes),
    ...Object.values(data.causes).flatMap(({ rivals }) => rivals.map(({ id }) => id)),
  ];
  expect(causes.filter((id) => !data.causes[id])).toEqual([]);
});

describe.each(LOCALES)('%s', (locale) => {
  test('every text of a cause places its commands and names causes that exist', () => {
    for (const [id, { text, commands }] of Object.entries(data.causes)) {
      const placed = namesOf(text[locale], 'run');
      expect(placed.sort(), id).toEqual(commands.map((command) => command.id).sort());
      expect(namesOf(text[locale], 'cause').filter((other) => !data.causes[other])).toEqual([]);
    }
  });

  test('runbooks are named with their address on the site', () => {
    const links = codes.flatMap(({ body }) => body[locale].runbooks);
    const start = `https://example.org/triage${locale === 'en' ? '' : `/${locale}`}/runbooks/`;
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter(({ href }) => href?.startsWith(start) !== true)).toEqual([]);
  });
});

test('without a site no runbook has an address', () => {
  const alone = readSingleData({}).codeGroups.flatMap((group) => group.codes);
  expect(alone.flatMap(({ body }) => body.en.runbooks)).toEqual([]);
});
