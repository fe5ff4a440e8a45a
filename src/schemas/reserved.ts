import { z } from 'astro/zod';
import { id } from './localised.ts';

/** The file `content/causes/_reserved.yaml`: ids that may be named before the cause is written. */
export const reservedSchema = z.array(id);
