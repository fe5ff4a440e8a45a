import { z } from 'astro/zod';
import { id } from './localised.ts';

/** The front matter of one file `content/runbooks/<id>/<locale>.mdx`. */
export const runbookSchema = z.strictObject({
  title: z.string().trim().min(1).max(70),
  description: z.string().trim().min(1),
  /** What `kubectl get pod` prints, in Kubernetes' own spelling. */
  statuses: z.array(z.string().trim().min(1)).min(1),
  related: z.array(id).default([]),
  /** When someone last compared the text with the sources. YAML reads it as midnight UTC. */
  reviewed: z.coerce.date(),
  /** Versions the text holds for, such as `1.27–1.36`. */
  kubernetes: z.string().regex(/^1\.\d+–1\.\d+$/u, 'write the versions as 1.27–1.36 (en dash)'),
});

export type Runbook = z.output<typeof runbookSchema>;
