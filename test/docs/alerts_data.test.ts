import { FAMILIES, aliasOf } from '../../server/cluster/own_indices';
import { read, tableRows } from './files';

type Properties = (typeof FAMILIES)['alerts']['properties'];

const flat = (properties: Properties, prefix = ''): string[][] =>
  Object.entries(properties).flatMap(([name, field]) => {
    if ('properties' in field) return flat(field.properties, `${prefix}${name}.`);
    return [[`\`${prefix}${name}\``, field.type]];
  });

describe('docs/alerts_data.md', () => {
  const page = read('docs/alerts_data.md');

  it('has every field of an alert that can be searched, with its type, and no other', () => {
    const rows = tableRows(page)
      .map(([name, type]) => [name, type])
      .filter(([name]) => name.startsWith('`'));
    expect(rows.sort()).toEqual(flat(FAMILIES.alerts.properties).sort());
  });

  it('names the alias under which alerts are read, and asks only for fields that there are', () => {
    expect(page).toContain(`POST /${aliasOf('alerts')}/_search`);
    const known = flat(FAMILIES.alerts.properties).map(([name]) => name.replace(/`/g, ''));
    const asked = [...page.matchAll(/"field": "([^"]+)"/g)].map(([, field]) => field);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((field) => !known.includes(field))).toEqual([]);
  });
});
