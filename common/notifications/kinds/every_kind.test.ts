import type { z } from 'zod';
import { DELIVERY_FIELDS, DELIVERY_SETTINGS } from './delivery_settings';
import { SAMPLE_CONTENT } from './message_content';
import { DESTINATION_TYPES, kindOf } from './registry';

const DERIVED = ['type', 'name', 'origin', 'header_names', 'secret_names'];

const shapeOf = (schema: z.ZodObject): string[] => Object.keys(schema.shape);

describe.each(DESTINATION_TYPES)('the kind %s', (type) => {
  const kind = kindOf(type);
  const names = kind.fields.map(({ name }) => name);

  it('has a field in its form for everything that is saved, and no other', () => {
    const settings = shapeOf(kind.saved).filter(
      (name) => !DERIVED.includes(name) && !(name in DELIVERY_SETTINGS)
    );
    const secrets = shapeOf(kind.secrets).map((name) => `secrets.${name}`);
    expect([...names].sort()).toEqual([...settings, ...secrets].sort());
  });

  it('never shows a secret', () => {
    const secret = new Set(['secret', 'secret_url', 'headers']);
    for (const { name, control } of kind.fields) {
      expect([name, secret.has(control.kind)]).toEqual([name, name.startsWith('secrets.')]);
    }
  });

  it('names its texts after itself', () => {
    const phrases = [kind.label, kind.description, ...kind.fields.map(({ label }) => label)];
    for (const { id, defaultMessage } of phrases) {
      expect(id).toMatch(/^watchkeeper\.destinations\./);
      expect(defaultMessage).not.toBe('');
    }
  });

  it('renders a message of an older version, which has no facts', () => {
    const settings = Object.fromEntries(
      kind.fields.flatMap(({ name, initial }) =>
        name.startsWith('secrets.') || initial === undefined ? [] : [[name, initial]]
      )
    );
    const saved = { type, name: 'Any', origin: 'https://example.com', ...settings };
    const { body, notes } = kind.render(kind.saved.partial().parse(saved) as never, SAMPLE_CONTENT);
    expect(notes).toEqual([]);
    if (body !== undefined) expect(body).toContain(SAMPLE_CONTENT.message);
  });
});

describe('what every destination has', () => {
  it('has a field each', () => {
    expect(DELIVERY_FIELDS.map(({ name }) => name).sort()).toEqual(
      Object.keys(DELIVERY_SETTINGS).sort()
    );
  });
});
