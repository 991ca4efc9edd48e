import { z } from 'zod';
import type { TaskKind } from './kind';
import { aboutResize, resizePlan, resizeShape } from './resize';

const cloneSchema = z.strictObject({ kind: z.literal('clone'), ...resizeShape });

export const clone: TaskKind<typeof cloneSchema> = {
  name: 'clone',
  schema: cloneSchema,
  sources: ({ source }) => [source],
  target: ({ target }) => target,
  check: aboutResize,
  plan: (spec, { sources: [source] }) => resizePlan('clone', spec, source),
};
