// Draws every diagram of the content whose drawing is missing or stale, and takes away those that no text has.
// npm run diagrams [-- --all]
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { BROWSER_ARGS, ensureBrowser } from '../../tests/helpers/ensure-browser.ts';
import { parseDrawing, printDrawing, readDrawingHash } from './drawing.ts';
import { findDrawings, findSources } from './find.ts';
import { renderInBrowser } from './render.ts';
import {
  findDiagramDescription,
  findDiagramTitle,
  toDiagramHash,
  type DiagramSource,
} from './source.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Text is text, not HTML in SVG, which needs styles; sizes are taken with a wide common font. */
const FONT = 'DejaVu Sans, Noto Sans CJK SC, sans-serif';
const MERMAID_OPTIONS = {
  startOnLoad: false,
  securityLevel: 'strict',
  layout: 'dagre',
  theme: 'base',
  look: 'classic',
  fontFamily: FONT,
  fontSize: 14,
  themeVariables: { fontFamily: FONT, fontSize: '14px' },
  htmlLabels: false,
  deterministicIds: true,
  flowchart: {
    htmlLabels: false,
    wrappingWidth: 210,
    nodeSpacing: 18,
    rankSpacing: 44,
    padding: 12,
  },
};

async function openMermaid(page: Page): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('mermaid');
  await page.setContent('<!doctype html><body></body>');
  await page.addScriptTag({ path: join(dirname(entry), 'mermaid.min.js') });
  await page.evaluate((options) => {
    const { mermaid } = globalThis as unknown as {
      mermaid: { initialize: (options: unknown) => void };
    };
    mermaid.initialize(options);
  }, MERMAID_OPTIONS);
}

async function draw(page: Page, { source, where, file }: DiagramSource): Promise<void> {
  const hash = toDiagramHash(source);
  const title = findDiagramTitle(source);
  const description = findDiagramDescription(source);
  if (title === undefined || description === undefined)
    throw new Error(`${where}: a diagram needs accTitle and accDescr.`);
  const prefix = `d${hash.slice(0, 8)}`;
  const rendered = await page
    .evaluate(renderInBrowser, { source, prefix })
    .catch((error: unknown) => {
      const [reason = ''] = (error instanceof Error ? error.message : String(error)).split(
        '\n    at ',
      );
      throw new Error(`${where}: Mermaid cannot draw this.\n${reason}\n\n${source}`);
    });
  const svg = printDrawing({ hash, title, description, ...rendered });
  parseDrawing(svg);
  mkdirSync(dirname(join(ROOT, file)), { recursive: true });
  writeFileSync(join(ROOT, file), svg);
  console.log(`${file}: drawn for ${where}`);
}

const isFresh = ({ source, file }: DiagramSource) =>
  existsSync(join(ROOT, file)) &&
  readDrawingHash(readFileSync(join(ROOT, file), 'utf8')) === toDiagramHash(source);

async function drawAll(sources: readonly DiagramSource[]): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: [...BROWSER_ARGS],
  });
  try {
    const page = await browser.newPage();
    await openMermaid(page);
    for (const source of sources) await draw(page, source);
  } finally {
    await browser.close();
  }
}

try {
  const sources = findSources(ROOT);
  const used = new Set(sources.map(({ file }) => file));
  for (const file of findDrawings(ROOT).filter((one) => !used.has(one))) {
    rmSync(join(ROOT, file));
    console.log(`${file}: taken away, no text has it`);
  }
  const wanted = sources.filter((one) => process.argv.includes('--all') || !isFresh(one));
  if (wanted.length > 0) await drawAll(wanted);
  console.log(`Diagrams: ${sources.length}, drawn now: ${wanted.length}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
