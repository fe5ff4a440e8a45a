import { z } from 'astro/zod';
import { CONFIDENCES } from '../core/index.ts';
import { CAUSE_FACT, type Tree } from '../core/tree/index.ts';
import { FACT_NAMES, toConditionSchema } from './cause.ts';
import { id, localised, localisedList, localisedTitle } from './localised.ts';

const condition = toConditionSchema([...FACT_NAMES, CAUSE_FACT]);

const answer = z
  .strictObject({
    id,
    label: localised,
    from: z
      .array(
        z.strictObject({ when: z.array(condition).min(1), unless: z.array(condition).optional() }),
      )
      .min(1)
      .optional(),
    goto: id.optional(),
    tree: id.optional(),
    causes: z
      .array(z.strictObject({ id, confidence: z.enum(CONFIDENCES) }))
      .min(1)
      .optional(),
    escalate: localisedList.optional(),
  })
  .superRefine(({ goto, tree, causes, escalate }, context) => {
    const given = [goto, tree, causes, escalate].filter((target) => target !== undefined);
    if (given.length !== 1)
      context.addIssue({
        code: 'custom',
        message: 'needs exactly one of: goto, tree, causes, escalate',
      });
  });

const question = z.strictObject({
  ask: localised,
  run: z.string().trim().min(1),
  look: localised,
  answers: z
    .array(answer)
    .min(2, 'a question has 2 to 6 answers')
    .max(6, 'a question has 2 to 6 answers'),
});

/** One file `content/trees/<id>.yaml`. Unknown keys are errors: a misspelt key must not pass in silence. */
export const treeSchema = z.strictObject({
  title: localisedTitle,
  description: localised,
  start: id,
  questions: z.record(id, question),
}) satisfies z.ZodType<Tree>;

/** `content/trees/_left-out.yaml`: causes that no tree leads to, each with the reason. */
export const leftOutSchema = z.strictObject({
  causes: z.array(z.strictObject({ id, reason: localised })),
});
