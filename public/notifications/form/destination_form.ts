import { i18n } from '@osd/i18n';
import type { FieldProblem } from '../../../common/errors';
import type { SaveDestination, UpdateDestination } from '../../../common/notifications/api';
import type { Destination, DestinationType } from '../../../common/notifications/destination';
import { DELIVERY_FIELDS } from '../../../common/notifications/kinds/delivery_settings';
import type { FormField, FormValues } from '../../../common/notifications/kinds/form_field';
import { kindOf, problemsOfDestination } from '../../../common/notifications/kinds/registry';
import { areAsStored, headerProblems, storedRows, toHeaders } from '../fields/header_rows';
import type { HeaderRow } from '../fields/header_rows';
import { fromFormValue, toFormValue } from './field_value';
import type { StoredDestination } from './stored_destination';

/** A destination in the form: its kind decides what its fields are. */
export interface DestinationForm {
  type: DestinationType;
  name: string;
  /** By name of the field. A secret: empty keeps the stored one, null removes it. */
  values: FormValues;
}

const SECRET = 'secrets.';
const isSecret = ({ name }: FormField): boolean => name.startsWith(SECRET);
const secretName = ({ name }: FormField): string => name.slice(SECRET.length);

export const fieldsOf = (type: DestinationType): readonly FormField[] => [
  ...kindOf(type).fields,
  ...DELIVERY_FIELDS,
];

/** Those that the values so far call for. */
export const shownFields = ({ type, values }: DestinationForm): FormField[] =>
  fieldsOf(type).filter(({ when }) => when?.(values) ?? true);

const valuesFrom = (type: DestinationType, valueOf: (field: FormField) => unknown): FormValues =>
  Object.fromEntries(
    fieldsOf(type).map((field) => [field.name, toFormValue(field, valueOf(field))])
  );

export const emptyForm = (type: DestinationType, name = ''): DestinationForm => ({
  type,
  name,
  values: valuesFrom(type, ({ initial }) => initial),
});

/** What a form for a stored one starts with; secrets are never in it. */
export const formOfStored = (destination: Destination, hasSecrets: boolean): DestinationForm => {
  const { type, name, header_names: headers = [] } = destination;
  const settings: Readonly<Record<string, unknown>> = { ...destination };
  const values = valuesFrom(type, (field) => (isSecret(field) ? undefined : settings[field.name]));
  const rows = storedRows(headers, hasSecrets);
  return { type, name, values: { ...values, [`${SECRET}headers`]: rows } };
};

const requestOf = (entries: Array<[string, unknown]>): Record<string, unknown> =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined));

const settingsOf = (form: DestinationForm): Record<string, unknown> =>
  requestOf(
    shownFields(form)
      .filter((field) => !isSecret(field))
      .map((field) => [field.name, fromFormValue(field, form.values[field.name])])
  );

export const toSave = (form: DestinationForm): SaveDestination => {
  const secrets = shownFields(form)
    .filter(isSecret)
    .map((field): [string, unknown] => [
      secretName(field),
      fromFormValue(field, form.values[field.name]),
    ]);
  const { type, name } = form;
  const request: unknown = { type, name, ...settingsOf(form), secrets: requestOf(secrets) };
  // The schema, which the form and the route ask, says whether it is one.
  return request as SaveDestination;
};

const changedHeaders = (rows: HeaderRow[], { has_secrets, header_names }: StoredDestination) =>
  areAsStored(rows, has_secrets ? header_names : []) ? undefined : toHeaders(rows);

/** Undefined keeps what is stored. */
const changeOf = (field: FormField, form: DestinationForm, stored: StoredDestination): unknown => {
  const value = form.values[field.name];
  if (field.control.kind === 'headers') return changedHeaders(value as HeaderRow[], stored);
  return value === null ? null : fromFormValue(field, value);
};

/** The secrets of fields that the form does not show any more go. */
const removedSecrets = (
  form: DestinationForm,
  stored: StoredDestination
): Array<[string, null]> => {
  const shown = new Set(shownFields(form).map(({ name }) => name));
  return stored.secret_names
    .filter((name) => !shown.has(SECRET + name))
    .map((name): [string, null] => [name, null]);
};

export const toUpdate = (form: DestinationForm, stored: StoredDestination): UpdateDestination => {
  const { type, name } = form;
  const secrets = requestOf([
    ...removedSecrets(form, stored),
    ...shownFields(form)
      .filter(isSecret)
      .map((field): [string, unknown] => [secretName(field), changeOf(field, form, stored)]),
  ]);
  const request: unknown = {
    ...{ type, name, version: stored.version, ...settingsOf(form) },
    ...(Object.keys(secrets).length === 0 ? {} : { secrets }),
  };
  return request as UpdateDestination;
};

const isMissing = (field: FormField, form: DestinationForm, stored: StoredDestination): boolean =>
  isSecret(field) &&
  field.control.kind !== 'headers' &&
  [...stored.demanded_secrets, ...stored.secret_names].includes(secretName(field)) &&
  form.values[field.name] !== null &&
  fromFormValue(field, form.values[field.name]) === undefined;

/** A secret that is stored may stay; one that is not must be given. */
const lostSecrets = (form: DestinationForm, stored: StoredDestination): FieldProblem[] =>
  stored.has_secrets
    ? []
    : shownFields(form)
        .filter((field) => isMissing(field, form, stored))
        .map(({ name }) => ({
          field: name,
          message: i18n.translate('watchkeeper.destinations.secret.missingError', {
            defaultMessage: 'The stored value is missing: give it again.',
          }),
        }));

/** The destination that the form means, as far as it is one already; what is stored of its secrets is not known here. */
const meant = (form: DestinationForm): Destination | undefined => {
  const { type, name, values } = form;
  const rows = (values[`${SECRET}headers`] ?? []) as HeaderRow[];
  const headers = rows.map((row) => row.name.trim()).filter((header) => header !== '');
  const result = kindOf(type).saved.safeParse({
    ...{ type, name: name.trim() === '' ? '-' : name, origin: '', header_names: headers },
    ...settingsOf(form),
  });
  return result.success ? (result.data as Destination) : undefined;
};

const kindProblems = (form: DestinationForm): FieldProblem[] => {
  const destination = meant(form);
  return destination ? problemsOfDestination(destination) : [];
};

/** What the request's schema cannot see: for example two rows with one name, or a secret that must come again. */
export const formProblems = (form: DestinationForm, stored?: StoredDestination): FieldProblem[] => [
  ...(stored ? lostSecrets(form, stored) : []),
  ...shownFields(form).flatMap(({ name, control }) =>
    control.kind === 'headers' ? headerProblems(form.values[name] as HeaderRow[]) : []
  ),
  ...kindProblems(form),
];
