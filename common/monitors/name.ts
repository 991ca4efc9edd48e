import { z } from 'zod';

export const MAX_NAME_LENGTH = 256;

export const nameSchema = z
  .string({ error: 'A name is required.' })
  .trim()
  .min(1, 'A name is required.')
  .max(MAX_NAME_LENGTH, `A name can have at most ${MAX_NAME_LENGTH} characters.`);
