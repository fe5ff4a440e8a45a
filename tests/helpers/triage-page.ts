// What the tests of the triage page share: its words, its inputs, and how things are found on it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { LOCALES, type Cause, type Locale } from '../../src/core/index.ts';
import { uiText } from '../../src/i18n/index.ts';

const ROOT = join(import.meta.dirname, '../..');

export const PLACES = LOCALES.map((locale) => ({
  locale,
  path: locale === 'en' ? '/' : `/${locale}/`,
  text: uiText[locale],
}));
export type Place = (typeof PLACES)[number];

/** For what speaks no language: one place is enough. */
export const ENGLISH: Place = { locale: 'en', path: '/', text: uiText.en };

/** The pasted text of a case in `tests/fixtures/describe`. */
export function readInput(name: string): string {
  return readFileSync(join(ROOT, 'tests/fixtures/describe', name, 'input.txt'), 'utf8');
}

export function titleOf(cause: string, locale: Locale): string {
  const file = join(ROOT, 'content/causes', cause, 'cause.yaml');
  return (parse(readFileSync(file, 'utf8')) as Cause).title[locale];
}

/** Opens the page, waits until its island is live and gives its text box. */
export async function openTriage(page: Page, { path, text }: Place): Promise<Locator> {
  await page.goto(path);
  await expect(page.locator('#triage:not([data-static])')).toHaveCount(1);
  return page.getByLabel(text['triage.paste'], { exact: true });
}

/** Pastes with the keyboard to where the focus is. The context needs the permissions of the clipboard. */
export async function paste(page: Page, content: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), content);
  await page.keyboard.press('ControlOrMeta+v');
}

export function readClipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The sentence that answers, with its details. */
export const verdictOf = (page: Page): Locator => page.locator('.verdict');

/** The card of a cause. */
export function cardOf(page: Page, cause: string, { locale }: Place): Locator {
  const title = page.getByRole('heading', { level: 3, name: titleOf(cause, locale) });
  return page.getByRole('listitem').filter({ has: title });
}
