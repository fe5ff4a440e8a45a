import { z } from 'astro/zod';
import { CODE_KINDS, SIGNAL_ACTIONS } from '../core/lookup/index.ts';
import { id, localised } from './localised.ts';

/** `1.32`, or `1.22–1.25` when only the two ends were compared. */
const version = z
  .string()
  .regex(/^1\.\d+(?:–1\.\d+)?$/u, "write a version as '1.32' or '1.22–1.25' (en dash)");

/** Another entry: `<kind>/<slug>`. */
const ref = z
  .string()
  .regex(/^[a-z-]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'name another code as <kind>/<slug>');

const url = z.url({ protocol: /^https$/u });

const setter = z.strictObject({
  /** The program, in one name for all languages or with its words in each. */
  component: z.union([z.string().trim().min(1), localised]),
  /** The file that sets it, in the repository; its last known one for what is gone. */
  source: z.string().trim().min(1).optional(),
  repo: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/u, 'a repository is owner/name')
    .default('kubernetes/kubernetes'),
});

const entry = z
  .strictObject({
    /** In Kubernetes' own spelling. */
    code: z.string().trim().min(1),
    /** Of an exit code that stands for several. */
    range: z.tuple([z.int(), z.int()]).optional(),
    number: z.int().optional(),
    meaning: localised,
    type: z.enum(['Normal', 'Warning', 'Normal or Warning']).optional(),
    action: z.enum(SIGNAL_ACTIONS).optional(),
    sentBy: localised.optional(),
    setBy: z.array(setter).min(1).optional(),
    since: version.optional(),
    until: version.optional(),
    replacedBy: z.array(ref).optional(),
    confusedWith: z.array(z.strictObject({ code: ref, tell: localised })).default([]),
    runbooks: z.array(id).default([]),
    /** What usual programs mean by it. */
    programs: z
      .array(z.strictObject({ name: z.string().trim().min(1), meaning: localised }))
      .default([]),
    sample: z.string().trim().min(1).optional(),
    sources: z.array(url).default([]),
    /** Other names in any language, no misspellings. */
    aliases: z.array(z.string().trim().min(1)).default([]),
  })
  .superRefine(({ number, action, sentBy }, context) => {
    if (action !== undefined && (number === undefined || sentBy === undefined))
      context.addIssue({ code: 'custom', message: 'a signal needs number, action and sentBy' });
  });

/** One file `content/codes/<group>.yaml`: codes of one kind that are set by the same program or belong together. */
export const codeFileSchema = z
  .strictObject({
    kind: z.enum(CODE_KINDS),
    title: localised,
    /** Where a file stands among those of its kind. */
    order: z.int().default(50),
    /** Who sets the entries that do not say so themselves. */
    setBy: z.array(setter).min(1).optional(),
    sources: z.array(url).default([]),
    entries: z.array(entry).min(1),
  })
  .superRefine(({ kind, setBy, entries }, context) => {
    for (const [index, one] of entries.entries()) {
      const fail = (message: string) => {
        context.addIssue({ code: 'custom', message, path: ['entries', index, one.code] });
      };
      if ((kind === 'event') !== (one.type !== undefined))
        fail('events have a type (Normal or Warning), and only they');
      if ((kind === 'signal') !== (one.action !== undefined))
        fail('signals have an action, and only they');
      if (!setBy && !one.setBy) fail('nobody sets it: the file or the entry needs setBy');
    }
  });

export type CodeFile = Readonly<z.output<typeof codeFileSchema>>;
export type CodeData = CodeFile['entries'][number];
export type CodeSetter = Readonly<z.output<typeof setter>>;
