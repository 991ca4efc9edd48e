import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { DestinationType } from '../../../../common/notifications/destination';
import { describeDestination } from '../../../../common/notifications/kinds/destination_secrets';
import { kindOf, problemsOfDestination } from '../../../../common/notifications/kinds/registry';
import type { ParsedSave, Secrets } from '../../../../common/notifications/kinds/registry';
import type { FormValues } from '../../../../common/notifications/kinds/form_field';

/** A secret to be planted, and the distinctive texts that it is found again by. */
interface Planted {
  value: unknown;
  canaries: string[];
}

/** A destination of a kind with something distinctive in every secret that its form asks for. */
export interface CanaryForm {
  /** Which choices it has, for the name of a test. */
  name: string;
  settings: Record<string, unknown>;
  secrets: Record<string, unknown>;
  canaries: string[];
}

const TLS = join(__dirname, '../../../../test/fixtures/tls');
const pem = (name: string): string => readFileSync(join(TLS, `${name}.pem`), 'utf8');
const lineOf = (text: string): string => text.split('\n')[1] ?? '';

let serial = 0;

const tagOf = (): string => `${Date.now().toString(36)}${(++serial).toString(36)}`;

/** Real ones, which a connection can be made with. */
const keyMaterial = (name: string): Planted | undefined => {
  if (/passphrase/i.test(name)) return { value: 'open-sesame', canaries: ['open-sesame'] };
  const file = /key/i.test(name) ? 'private_client_key_encrypted' : 'private_client_cert';
  const value = pem(file);
  return { value, canaries: [lineOf(value)] };
};

/** From the most to the least demanding of whoever has to keep it secret. */
const candidates = (name: string, origin: string): Planted[] => {
  const tag = tagOf();
  const odd = `c4n+a/r&y="${tag}`;
  const plain = `c4nary${tag}Zq`;
  const padded = (length: number) => plain.padEnd(length, 'x').slice(0, length);
  const hex = Buffer.from(plain).toString('hex').padEnd(64, '0');
  const texts = [
    odd,
    plain,
    `123456789:${padded(35)}`,
    `AKIA${plain.toUpperCase().padEnd(16, 'X').slice(0, 16)}`,
    padded(40),
    `xoxb-${plain}`,
    hex.slice(0, 32),
    hex,
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
    `${plain}@example.org`,
  ].map((value) => ({ value, canaries: [value] }));
  const url = `${origin}/hooks/${plain}/x?token=q${plain}`;
  return [
    ...(/pem|cert|private|client_key|passphrase/i.test(name) ? [keyMaterial(name)] : []),
    ...(/url/i.test(name) ? [{ value: url, canaries: [plain] }] : []),
    ...texts,
    { value: url, canaries: [plain] },
    { value: { 'X-Canary': `Bearer ${plain}`, 'X-Odd': odd }, canaries: [plain, odd] },
    { value: [plain], canaries: [plain] },
  ].filter((each) => each !== undefined);
};

const plant = (name: string, schema: z.ZodType, origin: string): Planted => {
  const found = candidates(name, origin).find(({ value }) => schema.safeParse(value).success);
  if (found) return found;
  throw new Error(
    `No canary fits the secret "${name}": teach candidates() in ${__filename} what it looks like.`
  );
};

/** For what a form must have and that is not secret. */
const fillings = (name: string, origin: string): unknown[] => {
  const { hostname, port } = new URL(origin);
  const named: Array<[RegExp, unknown]> = [
    [/host|server$/, hostname],
    [/port/, Number(port)],
    [/url|endpoint|server/, origin],
    [/arn|target|topic/, 'arn:aws:sns:eu-west-1:123456789012:topic'],
    [/region/, 'eu-west-1'],
    [/^user$/, 'canary-user'],
    [/index/, 'canary-index'],
    [/mail|from|^to$|recipient|sender/, 'someone@example.org'],
  ];
  const fitting = named.filter(([pattern]) => pattern.test(name)).map(([, value]) => value);
  const values = [...fitting, 'canary-setting', '123456', 'someone@example.org', origin, 1, true];
  return values.flatMap((value) => [value, [value]]);
};

const shapeOf = (schema: z.ZodObject): Array<[string, z.ZodType]> =>
  Object.entries(schema.shape) as Array<[string, z.ZodType]>;

/** Settings that send it to `origin` although the kind would go to its vendor, and that secrets go with. */
const GIVEN = /^(api_url|server_url|base_url|endpoint|url|host|port|user)$/;

const NOT_SETTINGS = new Set(['type', 'name', 'secrets', 'origin', 'header_names', 'secret_names']);

const settingsOf = (type: DestinationType, origin: string): Record<string, unknown> => {
  const { fields, save } = kindOf(type);
  const initial = new Map(fields.map((field) => [field.name, field.initial]));
  const settings: Record<string, unknown> = {};
  for (const [name, schema] of shapeOf(save)) {
    if (NOT_SETTINGS.has(name)) continue;
    const start = initial.get(name);
    if (start !== undefined) settings[name] = start;
    const isMissing = !schema.safeParse(settings[name]).success;
    if (!isMissing && !GIVEN.test(name)) continue;
    const value = fillings(name, origin).find((each) => schema.safeParse(each).success);
    if (value === undefined) {
      throw new Error(
        `Nothing fits the setting "${name}" of ${type}: teach fillings() what it is.`
      );
    }
    settings[name] = value;
  }
  return settings;
};

/** One form for each option of each choice, since some secrets are asked for by one option only. */
const choicesOf = (type: DestinationType): Array<Record<string, string>> =>
  kindOf(type).fields.flatMap(({ name, control }) =>
    control.kind === 'choice'
      ? // An empty one stands for none.
        control.options.flatMap(({ value }) => (value === '' ? [] : [{ [name]: value }]))
      : []
  );

const problemFields = (type: DestinationType, form: CanaryForm): string[] => {
  const { settings, secrets } = form;
  const result = kindOf(type).save.safeParse({ type, name: 'Canary', ...settings, secrets });
  if (!result.success) return result.error.issues.map(({ path }) => path.map(String).join('.'));
  const save = result.data as ParsedSave;
  const parsed = (result.data as { secrets?: unknown }).secrets as Secrets;
  const destination = describeDestination(save, parsed);
  return problemsOfDestination(destination, parsed).map(({ field }) => field);
};

/** What only the kind sees: a setting that goes with another, a secret that does not. */
const mended = (type: DestinationType, form: CanaryForm, origin: string): CanaryForm => {
  const [field] = problemFields(type, form);
  if (field === undefined) return form;
  const tried = field.startsWith('secrets.')
    ? [without(form, field.slice('secrets.'.length))]
    : fillings(field, origin).map((value) => ({
        ...form,
        settings: { ...form.settings, [field]: value },
      }));
  const better = tried.find((each) => !problemFields(type, each).includes(field));
  if (better) return mended(type, better, origin);
  throw new Error(
    `Nothing settles the problem at "${field}" of ${type} (${form.name}): teach canaries.ts what it is.`
  );
};

const without = (form: CanaryForm, secret: string): CanaryForm => ({
  ...form,
  secrets: Object.fromEntries(Object.entries(form.secrets).filter(([name]) => name !== secret)),
});

const formFor = (
  type: DestinationType,
  origin: string,
  choice: Record<string, string | undefined>
): CanaryForm => {
  const settings = { ...settingsOf(type, origin), ...choice };
  const values: FormValues = settings;
  const { fields, secrets: schema } = kindOf(type);
  const secrets: Record<string, unknown> = {};
  const canaries: string[] = [];
  for (const [name, part] of shapeOf(schema)) {
    const field = fields.find((each) => each.name === `secrets.${name}`);
    if (field?.when?.(values) === false) continue;
    // A password goes with a user; who has none may bring a token.
    if (name === 'password' && 'user' in settings && settings.user === undefined) continue;
    const planted = plant(name, part, origin);
    secrets[name] = planted.value;
    canaries.push(...planted.canaries);
  }
  const name =
    Object.entries(choice)
      .map(([field, value]) => `${field}: ${value ?? 'none'}`)
      .join() || 'as it begins';
  return mended(type, { name, settings, secrets, canaries }, origin);
};

/**
 * Forms of a kind that plant a canary in each of its secrets.
 *
 * @param origin Where receivers of the test listen: whatever may be sent there is.
 * @throws Error when a secret is left without one, so that a new kind cannot go by unseen
 */
export const canaryForms = (type: DestinationType, origin: string): CanaryForm[] => {
  const nobody = 'user' in kindOf(type).save.shape ? [{ user: undefined }] : [];
  const forms = [{}, ...nobody, ...choicesOf(type)].map((choice) => formFor(type, origin, choice));
  const planted = new Set(forms.flatMap(({ secrets }) => Object.keys(secrets)));
  const bare = shapeOf(kindOf(type).secrets).filter(([name]) => !planted.has(name));
  if (bare.length > 0) {
    throw new Error(`No form of ${type} asks for its secret ${bare.map(([name]) => name).join()}.`);
  }
  return forms;
};
