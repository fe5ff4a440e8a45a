import { z } from 'astro/zod';

const sentence = z.string().trim().min(1);

const title = sentence
  .max(70, 'a title has at most 70 characters')
  .regex(/[^.。]$/u, 'a title is a statement without a full stop');

/** A short text in every language. A missing or a further language is an error. */
export const localised = z.strictObject({ en: sentence, 'zh-cn': sentence });

/** Short texts in every language; not translations of each other, so their numbers may differ. */
export const localisedList = z.strictObject({
  en: z.array(sentence),
  'zh-cn': z.array(sentence),
});

export const localisedTitle = z.strictObject({ en: title, 'zh-cn': title });

/** Ids are folder names, anchors and test cases, and never change. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'an id is lower-case kebab, such as oom-killed');
