import { storedOf } from './stored_destination';
import { emptyForm, formOfStored, toSave, toUpdate } from './destination_form';

const RECORD = {
  ...{ id: 'd', version: 'v1', updated_at: '', has_secrets: true, used_by: [] },
  destination: {
    ...{ type: 'webhook' as const, name: 'Hook', origin: 'https://a.example.com' },
    ...{ method: 'PUT' as const, header_names: ['X-A'] },
  },
};
const STORED = storedOf(RECORD);

describe('what every destination has', () => {
  it('is sent only where it was filled in', () => {
    const form = emptyForm('slack', 'Ops');
    expect(toSave(form)).toEqual({ type: 'slack', name: 'Ops', secrets: {} });
    const rate = { messages: '3', per_seconds: '60' };
    const values = { ...form.values, rate_limit: rate, time_limit_minutes: '5', muted: true };
    expect(toSave({ ...form, values })).toMatchObject({
      ...{ rate_limit: { messages: 3, per_seconds: 60 }, time_limit_minutes: 5, muted: true },
    });
  });

  it('stays a text where it is no number, so that the schema says so', () => {
    const form = emptyForm('slack', 'Ops');
    const values = { ...form.values, time_limit_minutes: 'soon' };
    expect(toSave({ ...form, values })).toMatchObject({ time_limit_minutes: 'soon' });
  });
});

describe('a stored destination in the form', () => {
  it('comes back as it was', () => {
    const { destination } = RECORD;
    const more = { rate_limit: { messages: 3, per_seconds: 60 }, muted: true };
    const form = formOfStored({ ...destination, ...more }, true);
    expect(toUpdate(form, STORED)).toEqual({
      ...{ type: 'webhook', name: 'Hook', version: 'v1', method: 'PUT', ...more },
    });
  });

  it('keeps a secret that is left empty, and loses one that is removed', () => {
    const form = formOfStored(RECORD.destination, true);
    const values = { ...form.values, 'secrets.url': null };
    expect(toUpdate({ ...form, values }, STORED)).toMatchObject({ secrets: { url: null } });
    expect(toUpdate(form, STORED)).not.toHaveProperty('secrets');
  });

  it('loses the secrets whose fields it does not show any more', () => {
    const stored = { ...STORED, secret_names: ['old'] };
    const form = formOfStored(RECORD.destination, true);
    expect(toUpdate(form, stored)).toMatchObject({ secrets: { old: null } });
  });
});
