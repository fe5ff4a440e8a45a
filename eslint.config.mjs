import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Outside `src/core` its files are reached through one door. */
const coreDoor = {
  regex: 'core/(?!(?:(?:manifest|lookup|search|tree)/)?index\\.ts$|tree/prefill\\.ts$)',
  message: 'Import src/core through its index.ts.',
};
const noAlias = {
  regex: '^~/',
  message: 'Node runs this file without a bundler: use a relative import with its extension.',
};
const oneLanguage = {
  regex: 'i18n/(?!(?:format|inline-code|on-demand)\\.ts$)',
  allowTypeImports: true,
  message: 'The words of one language come as a prop; import only types.',
};

/**
 * Who may import what. `allowed` are the beginnings of what is not in the own folder.
 * @param {string} folder
 * @param {string} allowed A regular expression for what may be imported besides files of the own folder.
 * @param {{ regex: string, message: string, allowTypeImports?: boolean }[]} further
 */
function boundary(folder, allowed, further = []) {
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?!\\./|${allowed})`,
              message: `src/${folder} may not import this: see “Boundaries” in CONTRIBUTING.md.`,
            },
            ...further,
          ],
        },
      ],
    },
  };
}

export default defineConfig(
  globalIgnores(['dist/', 'dist-single/', '.astro/', 'reports/', 'test-results/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
    },
  },
  ...astro.configs.recommended,
  {
    files: ['**/*.astro'],
    rules: {
      // Markup is never built from text: the policy of the site relies on it.
      'astro/no-set-html-directive': 'error',
      'astro/no-unused-css-selector': 'error',
    },
  },

  // What a person reads on a terminal is printed.
  {
    files: [
      'src/cli/**',
      'src/diagrams/draw.ts',
      'tests/helpers/**',
      'tests/bench/**',
      'tests/patterns/**',
      'tests/search/**',
    ],
    rules: { 'no-console': 'off' },
  },

  boundary('core', '(?:\\.\\./)+(?!(?:schemas|i18n|lib|islands|cli|components|layouts|pages)/)'),
  boundary('schemas', '\\.\\./core/|astro/zod$', [coreDoor]),
  boundary('i18n', '\\.\\./core/', [coreDoor]),
  boundary(
    'lib',
    '(?:~|\\.\\.)/(?:core|diagrams|i18n|manifest|offline|schemas|search)/|astro:content$|astro$|@astrojs/rss$|vite$|node:|html-minifier-next$|pagefind$|parse5$',
    [coreDoor],
  ),
  // A service worker: no page, no content.
  boundary('offline', '\\.\\./core/|workbox-precaching/', [coreDoor]),
  // The drawing itself needs a browser and is a tool of the authors, not of the build.
  boundary(
    'diagrams',
    '\\.\\./(?:cli|core|i18n)/|node:|parse5$|@playwright/test$|\\.\\./\\.\\./tests/helpers/ensure-browser\\.ts$',
    [coreDoor, noAlias],
  ),
  // The only reader with a package: islands load it by `import()`, when YAML or JSON is seen.
  boundary('manifest', '\\.\\./core/|yaml$', [coreDoor]),
  // What a browser loads: never the catalogue's schemas, nor the words of both languages.
  boundary('report', '\\.\\./(?:core|i18n)/', [coreDoor, oneLanguage]),
  boundary('search', '\\.\\./(?:core|i18n|report)/', [coreDoor, oneLanguage]),
  boundary(
    'islands',
    '\\.\\./(?:core|i18n|manifest|report|scripts|search)/|\\.\\./styles/|preact(?:/|$)',
    [coreDoor, oneLanguage],
  ),
  boundary('scripts', '(?!)'),
  boundary('single', '\\.\\./(?:core|i18n|islands|report|styles)/|preact(?:/|$)', [coreDoor]),
  boundary(
    'cli',
    '\\.\\./(?:core|i18n|lib|manifest|report|schemas|single)/|node:|astro/zod$|satteri$|yaml$|sirv$|vite$',
    [coreDoor, noAlias],
  ),
  {
    files: ['src/**/*.astro', 'src/pages/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [coreDoor] }] },
  },
);
