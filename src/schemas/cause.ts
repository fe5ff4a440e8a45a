import { z } from 'astro/zod';
import {
  COMMAND_STEPS,
  CONFIDENCES,
  NUMBER_FACT_NAMES,
  TEXT_FACT_NAMES,
  type Cause,
  type Condition,
} from '../core/index.ts';
import { id, localised, localisedList, localisedTitle } from './localised.ts';

const operand = z.union([z.string(), z.number()]);

/** Every fact that a rule may test. */
export const FACT_NAMES = [...TEXT_FACT_NAMES, ...NUMBER_FACT_NAMES];

/** One test of one of these facts. */
export function toConditionSchema(names: readonly string[]) {
  return z
    .strictObject({
      fact: z.enum([...names], 'is no fact of src/core/facts.ts'),
      is: z.union([operand, z.array(operand).min(1)]).optional(),
      matches: z.string().optional(),
      atLeast: z.number().optional(),
      atMost: z.number().optional(),
    })
    .superRefine(explainCondition);
}

const condition = toConditionSchema(FACT_NAMES);

/** Catches what would otherwise never match and never say so. */
function explainCondition(condition: Condition, context: z.RefinementCtx): void {
  const { fact, is, matches, atLeast, atMost } = condition;
  const fail = (message: string) => {
    context.addIssue({ code: 'custom', message });
  };
  if ([is, matches, atLeast, atMost].filter((operator) => operator !== undefined).length !== 1)
    fail('needs exactly one of: is, matches, atLeast, atMost');
  const wanted = NUMBER_FACT_NAMES.some((name) => name === fact) ? 'number' : 'string';
  for (const one of [is ?? [], matches ?? [], atLeast ?? [], atMost ?? []].flat()) {
    if (typeof one !== wanted)
      fail(`${fact} is a ${wanted}, but ${JSON.stringify(one)} is a ${typeof one}`);
  }
  try {
    new RegExp(matches ?? '', 'iu');
  } catch (error) {
    fail((error as SyntaxError).message);
  }
}

const rule = z.strictObject({
  cases: z
    .array(
      z.strictObject({
        confidence: z.enum(CONFIDENCES),
        weight: z.int().min(0).max(99).optional(),
        when: z.array(condition).min(1),
        unless: z.array(condition).optional(),
      }),
    )
    .min(1),
  supports: z.array(condition).optional(),
  yieldsTo: z.array(id).optional(),
  secondaryTo: z.array(id).optional(),
});

const command = z
  .strictObject({
    id,
    step: z.enum(COMMAND_STEPS),
    run: z.string().trim().min(1),
    purpose: localised,
    expect: localised.optional(),
    risk: localised.optional(),
    undo: localised.optional(),
  })
  .superRefine(({ risk, undo }, context) => {
    if (risk && !undo) context.addIssue({ code: 'custom', message: 'has a risk but no undo' });
    if (undo && !risk) context.addIssue({ code: 'custom', message: 'has an undo but no risk' });
  });

const commands = z.array(command).superRefine((list, context) => {
  for (const one of findDuplicates(list.map((entry) => entry.id)))
    context.addIssue({ code: 'custom', message: `the command id "${one}" stands twice` });
});

const rivals = z.array(z.strictObject({ id, decides: localised })).superRefine((list, context) => {
  for (const one of findDuplicates(list.map((entry) => entry.id)))
    context.addIssue({ code: 'custom', message: `the rival "${one}" stands twice` });
});

function findDuplicates(values: readonly string[]): Set<string> {
  return new Set(values.filter((value, index) => values.indexOf(value) !== index));
}

/** One file `content/causes/<id>/cause.yaml`. Unknown keys are errors: a misspelt key must not pass in silence. */
export const causeSchema = z.strictObject({
  title: localisedTitle,
  summary: localised,
  decides: localised,
  runbook: id,
  aliases: localisedList.default({ en: [], 'zh-cn': [] }),
  codes: z.array(z.string().trim().min(1)).default([]),
  rule,
  commands: commands.default([]),
  rivals: rivals.default([]),
  sources: z.array(z.url({ protocol: /^https$/u })).min(1),
}) satisfies z.ZodType<Cause>;
