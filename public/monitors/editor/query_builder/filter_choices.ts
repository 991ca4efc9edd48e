import { isDate, isNumber, isText } from '../../../../common/indices/fields';
import type { IndexField } from '../../../../common/indices/fields';
import type {
  Filter,
  FilterTest,
  FilterValue,
} from '../../../../common/monitors/query_builder/visual_query';

export type TestKind = FilterTest['kind'];

/** A test, or its opposite. */
export interface FilterChoice {
  kind: TestKind;
  not: boolean;
}

const OF_WORDS: readonly TestKind[] = [
  ...(['is', 'one_of', 'starts_with', 'ends_with', 'contains'] as const),
  ...(['range', 'exists'] as const),
];
const OF_TEXT: readonly TestKind[] = ['phrase', 'exists'];
const OF_NUMBERS: readonly TestKind[] = ['is', 'one_of', 'range', 'exists'];
const OF_TRUTH: readonly TestKind[] = ['is', 'exists'];
const ALL: readonly TestKind[] = [...OF_WORDS, 'phrase'];

const kindsOf = (field: IndexField | undefined): readonly TestKind[] => {
  if (!field || field.type === 'conflict') return ALL;
  if (isText(field)) return OF_TEXT;
  if (field.type === 'boolean') return OF_TRUTH;
  return isNumber(field) || isDate(field) || field.type === 'ip' ? OF_NUMBERS : OF_WORDS;
};

/** What a field can be held against, and what the filter holds now. */
export const choicesFor = (field: IndexField | undefined, current: TestKind): FilterChoice[] => {
  const kinds = kindsOf(field);
  return [...kinds, ...(kinds.includes(current) ? [] : [current])].flatMap((kind) => [
    { kind, not: false },
    { kind, not: true },
  ]);
};

/** The first thing that a field is held against. */
export const firstTest = (field: IndexField | undefined): FilterTest =>
  emptyTest(kindsOf(field)[0]);

const emptyTest = (kind: TestKind): FilterTest => {
  switch (kind) {
    case 'one_of':
      return { kind, values: [] };
    case 'exists':
    case 'range':
      return { kind };
    default:
      return { kind, value: '' };
  }
};

const firstValue = (test: FilterTest): FilterValue | undefined => {
  switch (test.kind) {
    case 'exists':
      return undefined;
    case 'one_of':
      return test.values[0];
    case 'range':
      return test.gte ?? test.gt ?? test.lte ?? test.lt;
    default:
      return test.value === '' ? undefined : test.value;
  }
};

/** Another test of the same field, with what was written if it can hold it. */
export const asChoice = (filter: Filter, { kind, not }: FilterChoice): Filter => {
  const negation = not ? { not } : {};
  const { field, test } = filter;
  if (test.kind === kind) return { field, ...negation, test };
  const value = firstValue(test);
  if (value === undefined) return { field, ...negation, test: emptyTest(kind) };
  return { field, ...negation, test: testWith(kind, value) };
};

const testWith = (kind: TestKind, value: FilterValue): FilterTest => {
  switch (kind) {
    case 'is':
      return { kind, value };
    case 'one_of':
      return { kind, values: [value] };
    case 'range':
      return { kind, gte: value };
    case 'exists':
      return { kind };
    default:
      return { kind, value: String(value) };
  }
};

/** Another field. What it cannot be held against is begun anew. */
export const withField = (filter: Filter, name: string, field?: IndexField): Filter => {
  const fits = kindsOf(field).includes(filter.test.kind);
  return { ...filter, field: name, test: fits ? filter.test : firstTest(field) };
};

const NUMBER = /^-?\d+(\.\d+)?$/;

/** What was typed as a value of a field: a number or a truth value where the field has such. */
export const valueOfText = (text: string, field: IndexField | undefined): FilterValue => {
  if (field?.type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  // A number that would be written otherwise stays as it was typed; the cluster reads it the same.
  const isPlain = NUMBER.test(text) && String(Number(text)) === text;
  return field && isNumber(field) && isPlain && Number.isFinite(Number(text)) ? Number(text) : text;
};
