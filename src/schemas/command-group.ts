import { z } from 'astro/zod';
import { id, localised, localisedTitle } from './localised.ts';

const command = z
  .strictObject({
    run: z.string().trim().min(1),
    purpose: localised.optional(),
    expect: localised.optional(),
    risk: localised.optional(),
    undo: localised.optional(),
  })
  .superRefine(({ expect, risk, undo }, context) => {
    const tell = (message: string) => {
      context.addIssue({ code: 'custom', message });
    };
    if (risk && !undo) tell('has a risk but no undo');
    if (undo && !risk) tell('has an undo but no risk');
    if (!expect && !risk) tell('says neither what to expect nor what it changes');
  });

/** One file `content/commands/<group>.yaml`: commands for one purpose, as the page shows them. */
export const commandGroupSchema = z.strictObject({
  /** Where the group stands on the page. */
  order: z.int().positive(),
  title: localisedTitle,
  intro: localised,
  entries: z
    .array(
      z.strictObject({
        /** The anchor on the page. */
        id,
        title: localisedTitle,
        commands: z.array(command).min(1),
        /** Runbooks in which it is used. */
        runbooks: z.array(id).min(1),
      }),
    )
    .min(1),
});

export type CommandGroup = z.output<typeof commandGroupSchema>;
