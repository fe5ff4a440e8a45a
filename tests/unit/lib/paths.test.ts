import { describe, expect, test } from 'vitest';
import {
  assetHref,
  causeHref,
  homeHref,
  localePaths,
  runbookHref,
  runbooksHref,
  toLocale,
} from '../../../src/lib/paths.ts';

describe('addresses', () => {
  test.each([
    [homeHref('en'), '/'],
    [homeHref('zh-cn'), '/zh-cn/'],
    [runbooksHref('en'), '/runbooks/'],
    [runbookHref('zh-cn', 'probe'), '/zh-cn/runbooks/probe/'],
    [causeHref('en', 'crash-loop', 'oom-killed'), '/runbooks/crash-loop/#oom-killed'],
    [assetHref('start.js'), '/start.js'],
  ])('%s', (href, expected) => {
    expect(href).toBe(expected);
  });

  test('English has no folder of its own', () => {
    expect(localePaths().map(({ params }) => params.locale)).toEqual([undefined, 'zh-cn']);
  });

  test.each([
    [undefined, 'en'],
    ['zh-cn', 'zh-cn'],
    ['fr', 'en'],
  ])('the language of %s is %s', (param, locale) => {
    expect(toLocale(param)).toBe(locale);
  });
});
