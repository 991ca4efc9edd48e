import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FLAGS } from '../../scripts/setup/flags.mjs';
import { configSchema } from '../../server/config';
import { PROJECT, codeIn, read, tableRows } from './files';

interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  default?: unknown;
  minimum?: number;
  maximum?: number;
}

interface Key {
  path: string;
  fallback: string;
  allowed: string;
}

/** Larger bounds are those of a safe integer, which nobody needs to know. */
const LARGE = 1e9;

const allowedOf = ({ type, minimum, maximum }: JsonSchema): string => {
  if (type === 'boolean') return 'true, false';
  if (type === 'array') return 'list of text';
  if (type === 'string') return 'text';
  return maximum === undefined || maximum > LARGE
    ? `${minimum} or more`
    : `${minimum} to ${maximum}`;
};

const keysOf = ({ properties = {} }: JsonSchema, prefix = ''): Key[] =>
  Object.entries(properties).flatMap(([name, schema]) => {
    const path = `${prefix}${name}`;
    if (schema.properties) return keysOf(schema, `${path}.`);
    const fallback =
      schema.default === undefined ? 'none' : `\`${JSON.stringify(schema.default)}\``;
    return [{ path, fallback, allowed: allowedOf(schema) }];
  });

const page = read('docs/configuration.md');
const [, pluginPart, hostPart] = page.split(/^## /m);

describe('docs/configuration.md', () => {
  const schema = z.toJSONSchema(configSchema, { io: 'input' }) as JsonSchema;
  const rows = tableRows(pluginPart).slice(1);

  it('has every key of the plugin, with its default and what it may be, and no other', () => {
    const wanted = keysOf(schema).map(({ path, fallback, allowed }) => [
      `\`${path}\``,
      fallback,
      allowed,
    ]);
    expect(wanted.length).toBeGreaterThan(10);
    expect(rows.map((cells) => cells.slice(0, 3))).toEqual(wanted);
  });

  it('says what each key means', () => {
    expect(rows.filter(([, , , meaning = '']) => meaning.length < 10)).toEqual([]);
  });

  it('has defaults that the schema takes', () => {
    expect(configSchema.safeParse({}).success).toBe(true);
  });

  it('has every flag of the standalone host, with its default, and no other', () => {
    const flags = tableRows(hostPart)
      .filter(([name]) => name.startsWith('`--'))
      .map(([name, fallback]) => [codeIn(name)[0].slice(2), codeIn(fallback)[0]]);
    const documented = new Map(flags.map(([name, fallback]) => [name, fallback]));
    expect([...documented.keys()].sort()).toEqual(Object.keys(FLAGS).sort());
    for (const [name, flag] of Object.entries(FLAGS)) {
      if ('default' in flag) expect([name, documented.get(name)]).toEqual([name, flag.default]);
    }
  });

  it('has every variable of the environment that the standalone host reads', () => {
    const sources = readdirSync(join(PROJECT, 'standalone'), { recursive: true })
      .map((name) => join('standalone', String(name)))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    const used = sources.flatMap((name) =>
      [...read(name).matchAll(/\benv\.([A-Z][A-Z0-9_]*)/g)].map(([, variable]) => variable)
    );
    expect(used).toContain('OPENSEARCH_URL');
    const documented = codeIn(hostPart);
    expect([...new Set(used)].filter((name) => !documented.includes(name))).toEqual([]);
  });
});
