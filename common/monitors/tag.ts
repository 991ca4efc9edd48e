import { z } from 'zod';

/** A word by which monitors are found together. */
export const tagSchema = z
  .string()
  .trim()
  .min(1, 'A tag is empty.')
  .max(100, 'A tag can have at most 100 characters.');
