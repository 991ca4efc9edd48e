import { fieldsQuerySchema, valuesFieldOf } from './fields';
import type { IndexField } from './fields';

const field = (name: string, type: string, aggregatable = true): IndexField => ({
  ...{ name, type, aggregatable, searchable: true },
});

describe('the field that is asked for values', () => {
  it('is the field, or the one beside it that keeps them whole', () => {
    const fields = [
      field('level', 'keyword'),
      field('message', 'text', false),
      field('message.keyword', 'keyword'),
      field('body', 'text', false),
      field('seen', 'date'),
    ];
    expect(valuesFieldOf('level', fields)?.name).toBe('level');
    expect(valuesFieldOf('message', fields)?.name).toBe('message.keyword');
    expect(valuesFieldOf('body', fields)).toBeUndefined();
    expect(valuesFieldOf('seen', fields)).toBeUndefined();
  });
});

describe('the indices of a question', () => {
  it('are names between commas, at least one', () => {
    expect(fieldsQuerySchema.parse({ indices: ' a-*, b,' })).toEqual({ indices: ['a-*', 'b'] });
    expect(fieldsQuerySchema.safeParse({ indices: ' , ' }).success).toBe(false);
    expect(fieldsQuerySchema.safeParse({}).success).toBe(false);
  });
});
