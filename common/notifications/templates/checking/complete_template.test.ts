import fc from 'fast-check';
import { parseLossless } from '../../../json/lossless';
import { renderTemplate } from '../template';
import { checkTemplate } from './check_template';
import { completeTemplate } from './complete_template';
import { shapeOf } from './shape';

const DATA = parseLossless(`{ "ctx": {
  "monitor": { "name": "Errors", "id": "m1" },
  "results": [{ "hits": { "total": { "value": 2.0 }, "hits": [
    { "_id": "1", "_source": { "message": "boom", "tags": ["x", "y"] } }
  ] } }]
} }`) as Record<string, unknown>;
const SAMPLE = shapeOf(DATA);

/** The cursor is at the bar. */
const at = (marked: string, explicit = false) => {
  const offset = marked.indexOf('|');
  const source = marked.replace('|', '');
  const found = completeTemplate(source, offset, SAMPLE, explicit);
  const written = (label: string): string | undefined => {
    const item = found?.items.find((one) => one.label === label);
    if (!found || !item) return undefined;
    const text = item.apply ?? item.label;
    const cursor = item.cursor ?? text.length;
    return `${source.slice(0, found.from)}${text.slice(0, cursor)}|${text.slice(cursor)}${source.slice(found.to)}`;
  };
  return {
    labels: found?.items.map(({ label }) => label) ?? [],
    items: found?.items ?? [],
    written,
  };
};

const LOOP = '{{#ctx.results.0.hits.hits}}';

describe('what is offered in a template', () => {
  it('is the members behind a point, with their values', () => {
    expect(at('{{ctx.monitor.|').items).toMatchObject([
      { label: 'name', detail: 'Errors' },
      { label: 'id', detail: 'm1' },
    ]);
    expect(at('{{ctx.results.|').labels).toEqual(['0', 'size']);
    expect(at('{{ctx.results.0.hits.total.|').items).toMatchObject([{ detail: '2.0' }]);
    expect(at('{{ctx.nowhere.|').labels).toEqual([]);
  });

  it('is what the section around it is about, before what is outside', () => {
    const { items, labels } = at(`${LOOP}{{|`);
    expect(labels).toEqual(expect.arrayContaining(['_source', '_source.message', 'ctx', '#date']));
    const boostOf = (label: string) => items.find((item) => item.label === label)?.boost ?? 0;
    expect(boostOf('_source')).toBeGreaterThan(boostOf('ctx'));
    expect(at(`${LOOP}{{#_source.tags}}{{|`).items).toEqual(
      expect.arrayContaining([expect.objectContaining({ label: '.', detail: 'x' })])
    );
  });

  it('closes what it writes, unless that is closed', () => {
    expect(at('{{ctx.monitor.na|').written('name')).toBe('{{ctx.monitor.name}}|');
    expect(at('{{ctx.monitor.na|xx}} b').written('name')).toBe('{{ctx.monitor.name|}} b');
    expect(at('{{ctx.mon|').written('monitor')).toBe('{{ctx.monitor|');
    expect(at('{{#ctx.results.0.hits.h|').written('hits')).toBe(
      `${LOOP}|{{/ctx.results.0.hits.hits}}`
    );
    expect(at('{{#da|').written('date')).toBe('{{#date}}{{|}} | UTC | yyyy-MM-dd HH:mm{{/date}}');
  });

  it('is the tags that close the sections around it, the innermost first', () => {
    const { items, written } = at(`${LOOP}{{#_source}}{{/|`);
    const first = [...items].sort((a, b) => (b.boost ?? 0) - (a.boost ?? 0))[0];
    expect(first.label).toBe('_source');
    expect(written('ctx.results.0.hits.hits')).toBe(
      `${LOOP}{{#_source}}{{/ctx.results.0.hits.hits}}|`
    );
    expect(at(`${LOOP}{{/ctx.results.0.hits.hits}}{{/|`).labels).toEqual([]);
  });

  it('is names without braces in functions that take such, and in braces where it was asked for', () => {
    expect(at('{{#json}}ctx.monitor.|').written('name')).toBe('{{#json}}ctx.monitor.name|');
    expect(at('just text|').labels).toEqual([]);
    expect(at('just text |', true).written('ctx.monitor.name')).toBe(
      'just text {{ctx.monitor.name}}|'
    );
  });

  it('prints, wherever a value is shown with it', () => {
    for (const { label, detail } of at('{{|').items.filter(({ kind }) => kind === 'variable')) {
      const source = `{{${label}}}`;
      if (detail === undefined) continue;
      expect(renderTemplate(source, DATA)).not.toBe('');
      if (!/^[[{]/.test(detail)) expect(checkTemplate(source, SAMPLE)).toEqual([]);
    }
  });

  it('never throws, wherever the cursor stands', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '#',
      '/',
      '^',
      'ctx',
      '.',
      'results',
      '0',
      'json',
      ' ',
      '\n'
    );
    fc.assert(
      fc.property(fc.array(piece), fc.nat(), fc.boolean(), (pieces, place, explicit) => {
        const source = pieces.join('');
        const offset = place % (source.length + 1);
        const found = completeTemplate(source, offset, SAMPLE, explicit);
        if (!found) return;
        expect(found.from).toBeLessThanOrEqual(offset);
        expect(found.to).toBeGreaterThanOrEqual(offset);
      })
    );
  });
});
