import { z } from 'zod';

/** A column that holds 1 for yes. */
export const flagColumn = z.number().transform((value) => value === 1);
