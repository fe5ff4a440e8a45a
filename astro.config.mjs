import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { plainImports } from './src/lib/plain-imports.ts';
import { deployHeaders } from './src/lib/deploy-headers.ts';
import { leanMarkup } from './src/lib/lean-markup.ts';
import { leanPolicies } from './src/lib/lean-policies.ts';
import { missingPages } from './src/lib/missing-page.ts';
import { offlineWorker } from './src/lib/offline-worker.ts';
import { searchIndex } from './src/lib/search-index.ts';

const { SITE, BASE_PATH } = process.env;

export default defineConfig({
  // Without SITE pages have no canonical address: a wrong one is worse than none.
  ...(SITE ? { site: SITE } : {}),
  base: BASE_PATH ?? '/',
  trailingSlash: 'always',
  // Every style is a file, so that the policy needs no exception for inline ones.
  build: { format: 'directory', inlineStylesheets: 'never' },
  integrations: [
    mdx(),
    preact(),
    plainImports(),
    ...(SITE
      ? [sitemap({ i18n: { defaultLocale: 'en', locales: { en: 'en', 'zh-cn': 'zh-CN' } } })]
      : []),
    leanPolicies(),
    missingPages(),
    deployHeaders(),
    searchIndex(),
    leanMarkup(),
    offlineWorker(),
  ],
  markdown: {
    // Shiki writes inline styles, which the policy forbids.
    syntaxHighlight: false,
    // Quotes and dashes stay as typed: `--previous` is a flag.
    processor: satteri({ features: { smartPunctuation: false } }),
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        // `connect-src` is said by each page: layouts/Page.astro.
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types default',
      ],
    },
  },
  devToolbar: { enabled: false },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // 0.6 kB less on the triage page than with Vite's own minifier.
      minify: 'terser',
      terserOptions: {
        module: true,
        compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
        ecma: 2022,
      },
      target: 'es2022',
      // Colours are written with light-dark().
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      rolldownOptions: {
        // Small files compress badly.
        output: {
          codeSplitting: {
            groups: [
              // What every island needs.
              {
                name: 'islands',
                test: /node_modules[\\/]preact[\\/]|src[\\/]i18n[\\/](?:format|inline-code)\.ts$/u,
              },
              // What the lookup and the trees need without reading a paste.
              { name: 'codes', test: /src[\\/]core[\\/](?:codes|pod-in-line)\.ts$/u, priority: 1 },
              // What reads and judges a paste is never needed in part.
              {
                name: 'read',
                test: /src[\\/]core[\\/](?:parse[\\/]\w+|chosen-names|decoration|diagnose|facts|gaps|groups|guess|health|insights|join|later|lines|literals|loose|loose-texts|match|pattern-index|prefixes|quantity|rank|rule-index|scheduler|steady|steps|time|timeline|wrapped)\.ts$/u,
              },
            ],
          },
        },
        // One false alarm per MDX file: https://github.com/withastro/astro/issues/18087
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  },
});
