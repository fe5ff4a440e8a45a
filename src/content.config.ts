import { file, glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { causeSchema } from './schemas/cause.ts';
import { changeSchema } from './schemas/change.ts';
import { codeFileSchema } from './schemas/code.ts';
import { commandGroupSchema } from './schemas/command-group.ts';
import { explainerSchema } from './schemas/explainer.ts';
import { fixtureSchema } from './schemas/fixture.ts';
import { localisedList } from './schemas/localised.ts';
import { runbookSchema } from './schemas/runbook.ts';
import { leftOutSchema, treeSchema } from './schemas/tree.ts';

const withoutExtension = ({ entry }: { entry: string }) => entry.replace(/\.\w+$/u, '');

// Folders that begin with `_` are templates.
export const collections = {
  causes: defineCollection({
    loader: glob({
      base: './content/causes',
      pattern: '[^_]*/cause.yaml',
      generateId: ({ entry }) => entry.replace(/\/.*$/u, ''),
    }),
    schema: causeSchema,
  }),
  causeTexts: defineCollection({
    loader: glob({
      base: './content/causes',
      pattern: '[^_]*/*.mdx',
      generateId: withoutExtension,
    }),
  }),
  runbooks: defineCollection({
    loader: glob({
      base: './content/runbooks',
      pattern: '[^_]*/*.mdx',
      generateId: withoutExtension,
    }),
    schema: runbookSchema,
  }),
  commandGroups: defineCollection({
    loader: glob({
      base: './content/commands',
      pattern: '[^_]*.yaml',
      generateId: withoutExtension,
    }),
    schema: commandGroupSchema,
  }),
  explainers: defineCollection({
    loader: glob({
      base: './content/explainers',
      pattern: '[^_]*/*.mdx',
      generateId: withoutExtension,
    }),
    schema: explainerSchema,
  }),
  codes: defineCollection({
    loader: glob({
      base: './content/codes',
      pattern: '*.yaml',
      generateId: withoutExtension,
    }),
    schema: codeFileSchema,
  }),
  runbookAliases: defineCollection({
    loader: glob({
      base: './content/runbooks',
      pattern: '[^_]*/aliases.yaml',
      generateId: ({ entry }) => entry.replace(/\/.*$/u, ''),
    }),
    schema: localisedList,
  }),
  trees: defineCollection({
    loader: glob({ base: './content/trees', pattern: '[^_]*.yaml', generateId: withoutExtension }),
    schema: treeSchema,
  }),
  changes: defineCollection({ loader: file('content/changes.yaml'), schema: changeSchema }),
  treesLeftOut: defineCollection({
    loader: glob({ base: './content/trees', pattern: '_left-out.yaml' }),
    schema: leftOutSchema,
  }),
  // Not shown: the accuracy page counts how triage answers them.
  fixtures: defineCollection({
    loader: glob({
      base: './tests/fixtures',
      pattern: '**/expected.yaml',
      generateId: ({ entry }) => entry.replace(/\/expected\.yaml$/u, ''),
    }),
    schema: fixtureSchema,
  }),
};
