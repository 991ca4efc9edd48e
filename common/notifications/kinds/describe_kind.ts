import { z } from 'zod';
import { nameSchema } from '../../monitors/monitor';
import { originSchema, versionSchema } from './fields';
import { DELIVERY_SETTINGS } from './delivery_settings';
import type { KindManners } from './kind';

type Shape = z.core.$ZodLooseShape;

type Unwrapped<T> = T extends
  z.ZodOptional<infer U> | z.ZodDefault<infer U> | z.ZodPrefault<infer U>
  ? Unwrapped<U>
  : T;

type NullableValues<T> =
  T extends z.ZodRecord<infer K, infer V extends z.core.$ZodType>
    ? z.ZodRecord<K, z.ZodNullable<V>>
    : T;

type ChangeOf<T> =
  NullableValues<Unwrapped<T>> extends infer U extends z.core.$ZodType
    ? z.ZodOptional<z.ZodNullable<U>>
    : never;

/** A secret of a stored destination: absent keeps it, null removes it. */
type Changed<S extends Shape> = { [K in keyof S]: ChangeOf<S[K]> };

/** In a record of secrets a value of null keeps the stored one; a name that is not given is dropped. */
const changeOf = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodRecord
    ? z.record(schema.keyType, (schema.valueType as z.ZodType).nullable()).nullish()
    : schema.nullish();

const changed = <S extends Shape>(secrets: S): z.ZodObject<Changed<S>> =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(secrets).map(([name, schema]) => [name, changeOf(unwrapped(schema))])
    )
  ) as unknown as z.ZodObject<Changed<S>>;

/** Without default and optional: what is absent is kept, not defaulted. */
const unwrapped = (schema: unknown): z.ZodType => {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return unwrapped(schema.unwrap());
  }
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : (schema as z.ZodType);
};

/** What every destination has, and what follows from its secrets. */
const visibleOf = <Type extends string, S extends Shape>(type: Type, settings: S) => ({
  type: z.literal(type),
  name: nameSchema,
  ...DELIVERY_SETTINGS,
  ...settings,
});

const derivedShape = {
  origin: originSchema,
  /** Names of the headers, and of the secrets that may be left out: which are stored. */
  header_names: z.array(z.string()).optional(),
  secret_names: z.array(z.string()).optional(),
};

/** Makes a kind from the shapes of its settings and secrets. */
export const describeKind = <const Type extends string, S extends Shape, X extends Shape>(
  type: Type,
  { settings, secrets }: { settings: S; secrets: X },
  manners: KindManners<
    z.output<ReturnType<typeof savedOf<Type, S>>>,
    z.output<ReturnType<typeof secretsOf<X>>>
  >
) => ({
  ...manners,
  type,
  saved: savedOf(type, settings),
  save: saveOf(type, settings, secrets),
  update: updateOf(type, settings, secrets),
  secrets: secretsOf(secrets),
});

const savedOf = <Type extends string, S extends Shape>(type: Type, settings: S) =>
  z.strictObject({ ...visibleOf(type, settings), ...derivedShape });
const secretsOf = <X extends Shape>(secrets: X) => z.strictObject(secrets);
const saveOf = <Type extends string, S extends Shape, X extends Shape>(
  type: Type,
  settings: S,
  secrets: X
) => z.strictObject({ ...visibleOf(type, settings), secrets: secretsOf(secrets) });
const updateOf = <Type extends string, S extends Shape, X extends Shape>(
  type: Type,
  settings: S,
  secrets: X
) =>
  z.strictObject({
    ...visibleOf(type, settings),
    version: versionSchema,
    secrets: changed(secrets).optional(),
  });
