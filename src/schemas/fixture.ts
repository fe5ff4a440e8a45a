import { z } from 'astro/zod';
import { CONFIDENCES, type Verdict } from '../core/index.ts';
import { id } from './localised.ts';

const VERDICTS = ['causes', 'healthy', 'undetermined'] as const satisfies readonly Verdict[];

/**
 * One file `tests/fixtures/<kind>/<case>/expected.yaml`: what the site must say about the `input.txt` beside it.
 *
 * Other keys are left to the tests that read them.
 */
export const fixtureSchema = z
  .object({
    /** Where the text comes from: printed by that kubectl, or typed. */
    made: z.string().regex(/^(?:by hand|kubectl \d+\.\d+)$/u, 'is “by hand” or “kubectl 1.33”'),
    verdict: z.enum(VERDICTS),
    /** The right answer comes first; the others are right beside it. */
    causes: z.array(id),
    confidence: z.enum(CONFIDENCES).optional(),
    container: z.string().optional(),
    evidence: z.array(z.int().positive()).optional(),
    /** What must not be called certain or likely here. */
    mustNot: z.array(id).default([]),
  })
  .superRefine(({ verdict, causes }, context) => {
    // What a text does not tell may still have a possible cause that is the right one.
    if (verdict === (causes.length > 0 ? 'healthy' : 'causes'))
      context.addIssue({ code: 'custom', message: `the verdict ${verdict} does not fit causes` });
  });

export type Expected = Readonly<z.infer<typeof fixtureSchema>>;
