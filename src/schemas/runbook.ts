import { z } from 'astro/zod';
import { id } from './localised.ts';
import { reviewedFields } from './reviewed.ts';

/** The front matter of one file `content/runbooks/<id>/<locale>.mdx`. */
export const runbookSchema = z.strictObject({
  ...reviewedFields,
  /** What `kubectl get pod` prints, in Kubernetes' own spelling. */
  statuses: z.array(z.string().trim().min(1)).min(1),
  related: z.array(id).default([]),
  /** Causes of other runbooks that can be behind this one; its own need no list. */
  causes: z.array(id).default([]),
});

export type Runbook = z.output<typeof runbookSchema>;
