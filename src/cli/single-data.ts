import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../core/index.ts';
import { toCodeBody } from '../lib/code-view.ts';
import { findCausesOfCodes, findCodeOfCause, toCodeGroups, type Code } from '../lib/codes.ts';
import { toRepository } from '../lib/repository.ts';
import { packRules } from '../report/pack.ts';
import { toSiteHref, type SingleData } from '../single/data.ts';
import { viewHref } from '../single/route.ts';
import {
  readCatalogue,
  readCodeFiles,
  readExplainers,
  readRunbooks,
  readTrees,
} from './catalogue.ts';
import { parseCauseText } from './cause-text.ts';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Reads all content that goes into the single file. Throws with the name of a file that does not fit.
 *
 * @param settings `SITE` and `REPOSITORY_URL`, as for the build of the site.
 */
export function readSingleData(settings: Readonly<Record<string, string | undefined>>): SingleData {
  const site = settings['SITE']?.replace(/\/$/u, '');
  const causes = readCatalogue();
  const runbooks = readRunbooks();
  const codeGroups = toCodeGroups(readCodeFiles());
  const causesOfCodes = findCausesOfCodes(
    codeGroups.flatMap((group) => group.codes),
    causes,
  );
  const titles = { explainers: readExplainers(), trees: readTrees() };
  const textOf = (id: string, locale: Locale) => {
    const file = `content/causes/${id}/${locale}.mdx`;
    return parseCauseText(file, readFileSync(join(ROOT, file), 'utf8'), {
      title: (kind, other) =>
        kind === 'trees'
          ? titles.trees[other]?.title[locale]
          : titles.explainers[other]?.[locale].title,
      href: (path) => toSiteHref(site, locale, path.replace(/^\/zh-cn\//u, '/')),
    });
  };
  const bodyOf = (code: Code, locale: Locale) =>
    toCodeBody(code, locale, {
      causes,
      codeGroups,
      causesOfCodes,
      runbooks: Object.entries(runbooks).map(([id, head]) => ({ id, ...head[locale] })),
      hrefs: {
        code: (ref) => viewHref(locale, { name: 'lookup', id: ref }),
        group: (part) => viewHref(locale, { name: 'lookup', part }),
        cause: (_, cause) => viewHref(locale, { name: 'causes', id: cause }),
        runbook: (runbook) => toSiteHref(site, locale, `/runbooks/${runbook}/`),
      },
    });
  return {
    rules: packRules(causes),
    causes: Object.fromEntries(
      Object.entries(causes).map(([id, cause]) => [
        id,
        {
          title: cause.title,
          summary: cause.summary,
          decides: cause.decides,
          runbook: cause.runbook,
          commands: cause.commands,
          rivals: cause.rivals,
          sources: cause.sources,
          codes: cause.codes.map((name) => ({
            name,
            ref: findCodeOfCause(name, id, { codeGroups, causesOfCodes })?.ref,
          })),
          text: { en: textOf(id, 'en'), 'zh-cn': textOf(id, 'zh-cn') },
        },
      ]),
    ),
    runbooks: Object.entries(runbooks).map(([id, head]) => ({
      id,
      title: { en: head.en.title, 'zh-cn': head['zh-cn'].title },
    })),
    codeGroups: codeGroups.map(({ id, kind, title, codes }) => ({
      id,
      kind,
      title,
      codes: codes.map((code) => ({
        ref: code.ref,
        aliases: code.aliases,
        causes: causesOfCodes[code.ref] ?? [],
        body: { en: bodyOf(code, 'en'), 'zh-cn': bodyOf(code, 'zh-cn') },
      })),
    })),
    site,
    repository: toRepository(settings['REPOSITORY_URL']),
    built: new Date().toISOString().slice(0, 10),
  };
}
