import { z } from 'astro/zod';

/** What the front matter of every longer text begins with. */
export const reviewedFields = {
  title: z.string().trim().min(1).max(70),
  description: z.string().trim().min(1),
  /** When someone last compared the text with the sources. YAML reads it as midnight UTC. */
  reviewed: z.coerce.date(),
  /** Versions the text holds for, such as `1.27–1.36`. */
  kubernetes: z.string().regex(/^1\.\d+–1\.\d+$/u, 'write the versions as 1.27–1.36 (en dash)'),
};
