import { z } from 'zod';
import { phrase } from '../../phrase';
import type { FormField } from './form_field';

/** Vendors that keep the data of Europe apart have two hosts. */
export const REGIONS = ['us', 'eu'] as const;
export const regionSchema = z.enum(REGIONS).default('us');

export const regionField = (
  hosts: Readonly<Record<(typeof REGIONS)[number], string>>
): FormField => ({
  name: 'region',
  control: {
    kind: 'choice',
    options: REGIONS.map((value) => ({
      value,
      text: `${value.toUpperCase()} (${new URL(hosts[value]).host})`,
    })),
  },
  initial: 'us',
  label: phrase('watchkeeper.destinations.region.label', 'Region of the account'),
});

/** A token, a key, a password: without the blanks that come with copying. */
export const keySchema = (what: string) =>
  z
    .string({ error: `${what} is required.` })
    .trim()
    .min(1, `${what} is required.`)
    .max(4096, `${what} is too long.`)
    .regex(/^[\x21-\x7e]+$/, `${what} has no spaces, and only characters of ASCII.`);
