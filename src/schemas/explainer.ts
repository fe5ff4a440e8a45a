import { z } from 'astro/zod';
import { reviewedFields } from './reviewed.ts';

/** The front matter of one file `content/explainers/<id>/<locale>.mdx`. */
export const explainerSchema = z.strictObject(reviewedFields);

export type Explainer = z.output<typeof explainerSchema>;
