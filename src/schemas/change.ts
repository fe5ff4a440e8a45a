import { z } from 'astro/zod';
import { id, localised, localisedTitle } from './localised.ts';

/** One entry of `content/changes.yaml`: what a reader notices of a change. */
export const changeSchema = z.strictObject({
  id,
  /** The day on which it came. YAML reads it as midnight UTC. */
  date: z.coerce.date(),
  /** Where it can be seen, without the language; no other change has the same. */
  path: z
    .string()
    .regex(/^\/(?:[\w-]+\/)*(?:#[\w-]+)?$/u, 'write a path as /compare/ or /offline/#id'),
  title: localisedTitle,
  text: localised,
});

export type Change = z.output<typeof changeSchema>;
