import { z } from 'zod';
import { phrase } from '../../phrase';
import { urlSchema } from './fields';
import type { FormField } from './form_field';

/** Where a vendor's service is reached, for kinds that know its address themselves. */
export const endpointSchema = urlSchema
  .refine((text) => !/[?#]/.test(text), 'This address takes no query and no fragment.')
  .optional();

/** Without a slash at its end. */
export const baseOf = (endpoint: string | undefined, usual: string): string => {
  if (endpoint === undefined) return usual;
  const { origin, pathname } = new URL(endpoint);
  return origin + pathname.replace(/\/+$/, '');
};

export const endpointField = (usual: string): FormField => ({
  name: 'endpoint',
  advanced: true,
  control: { kind: 'text' },
  label: phrase('watchkeeper.destinations.endpoint.label', 'Address of the service'),
  help: phrase(
    'watchkeeper.destinations.endpoint.help',
    'Only for a relay, a private endpoint, or another service that speaks the same. Empty: the vendor’s own.'
  ),
  placeholder: usual,
});

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
