import { emptyForm, formOfStored, toSave, toUpdate } from './destination_form';
import { lookUp, ofDestination, problemsOf } from './problems';

const STORED = {
  ...{ version: 'v1', origin: 'https://hooks.example.com', has_secrets: true },
  ...{ secret_names: [], demanded_secrets: ['url'], header_names: ['X-Token'] },
};

const fieldsOf = (problems: Array<{ field: string }>) =>
  [...new Set(problems.map(({ field }) => field))].sort();

const webhookForm = (hasSecrets = true) =>
  formOfStored(
    {
      type: 'webhook',
      name: 'Pager',
      origin: STORED.origin,
      method: 'PUT',
      header_names: ['X-Token'],
    },
    hasSecrets
  );

describe('a destination in the form', () => {
  it('says which fields an empty Slack form lacks', () => {
    expect(fieldsOf(problemsOf(emptyForm('slack')))).toEqual(['name', 'secrets.url']);
  });

  it('becomes a request that the server takes', () => {
    const form = emptyForm('webhook', 'Pager');
    const filled = {
      ...form,
      values: {
        ...form.values,
        'secrets.url': 'https://hooks.example.com/x',
        'secrets.headers': [{ kind: 'new' as const, id: 0, name: 'X-Token', value: 't' }],
      },
    };
    expect(problemsOf(filled)).toEqual([]);
    expect(toSave(filled)).toMatchObject({
      type: 'webhook',
      method: 'POST',
      secrets: { url: 'https://hooks.example.com/x', headers: { 'X-Token': 't' } },
    });
  });

  it('names the header whose name cannot be sent', () => {
    const form = emptyForm('webhook', 'Pager');
    const headers = [{ kind: 'new' as const, id: 0, name: 'Bad Name', value: 't' }];
    const url = 'https://hooks.example.com/x';
    const values = { ...form.values, 'secrets.url': url, 'secrets.headers': headers };
    expect(lookUp(problemsOf({ ...form, values }))('secrets.headers.Bad Name')).toEqual([
      'This is not a header name.',
    ]);
  });

  it('sends no secrets at all while the stored ones stay as they are', () => {
    expect(problemsOf(webhookForm(), STORED)).toEqual([]);
    expect(toUpdate(webhookForm(), STORED)).toEqual({
      type: 'webhook',
      name: 'Pager',
      version: 'v1',
      method: 'PUT',
    });
  });

  it('demands every secret again when the stored ones are lost', () => {
    const problems = problemsOf(webhookForm(false), { ...STORED, has_secrets: false });
    expect(fieldsOf(problems)).toEqual(['secrets.headers.X-Token', 'secrets.url']);
  });

  it('puts the problems of a test at the fields of the destination', () => {
    const problems = ['destination.secrets.url', 'changes.name', 'name'].map((field) => ({
      field,
      message: 'Wrong.',
    }));
    expect(ofDestination(problems).map(({ field }) => field)).toEqual([
      'secrets.url',
      'name',
      'name',
    ]);
  });
});
