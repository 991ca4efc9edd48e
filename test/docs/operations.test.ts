import { parse } from 'yaml';
import { FAMILIES, FORMAT_VERSION, aliasOf, indexFor } from '../../server/cluster/own_indices';
import type { Family } from '../../server/cluster/own_indices';
import { destinationType } from '../../server/storage/destination_type';
import { monitorType } from '../../server/storage/monitor_type';
import { read, tableRows } from './files';

const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];
const PERIODS = { none: 'in all', day: 'a day', month: 'a month' } as const;

describe('docs/operations.md', () => {
  const rows = tableRows(read('docs/operations.md'));

  it('has every kind of own index, with its period, and no other', () => {
    const wanted = FAMILY_NAMES.map((family) => [
      `\`${aliasOf(family)}\``,
      PERIODS[FAMILIES[family].period],
    ]).sort();
    const found = rows
      .filter(([name]) => name.startsWith('`.watchkeeper-'))
      .map((cells) => cells.slice(0, 2))
      .sort();
    expect(found).toEqual(wanted);
  });

  it('has the forms that this version writes, in the last row of its table of versions', () => {
    const versions = rows.filter(([version]) => /^\d+\.\d+\.\d+$/.test(version));
    const [version, format, objects] = versions.at(-1) ?? [];
    const { version: current } = JSON.parse(read('package.json'));
    const migrations = [monitorType, destinationType].map(
      (type) => Object.keys(type.migrations ?? {}).at(-1) ?? ''
    );
    expect([version, format]).toEqual([current, String(FORMAT_VERSION)]);
    expect(
      objects.split(' and ').length === 1 ? [objects, objects] : objects.split(' and ')
    ).toEqual(migrations);
  });
});

interface Role {
  cluster_permissions: string[];
  index_permissions: Array<{ index_patterns: string[]; allowed_actions: string[] }>;
  tenant_permissions: Array<{ tenant_patterns: string[]; allowed_actions: string[] }>;
}

const matches = (pattern: string, name: string): boolean => {
  const expression = pattern.replace(/[.]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.');
  return new RegExp(`^${expression}$`).test(name);
};

describe('the role of the service account', () => {
  const { watchkeeper_service: role } = parse(read('docs/roles/service_account.yml')) as Record<
    string,
    Role
  >;
  const allows = (index: string, action: string): boolean =>
    role.index_permissions.some(
      ({ index_patterns: patterns, allowed_actions: actions }) =>
        patterns.some((pattern) => matches(pattern, index)) &&
        actions.some((allowed) => matches(allowed, action))
    );

  it('is the same for the REST API', () => {
    expect(JSON.parse(read('docs/roles/service_account.json'))).toEqual(role);
  });

  it('may do everything with every own index, by its name and by its alias', () => {
    const needed = [
      'indices:admin/create',
      'indices:admin/auto_create',
      'indices:admin/delete',
      'indices:admin/aliases/get',
      'indices:admin/mappings/get',
      'indices:admin/refresh',
      'indices:data/read/search',
      'indices:data/read/get',
      'indices:data/read/mget[shard]',
      'indices:data/write/index',
      'indices:data/write/delete',
      'indices:data/write/delete/byquery',
      'indices:data/write/bulk[s]',
    ];
    const names = FAMILY_NAMES.flatMap((family) => [aliasOf(family), indexFor(family, Date.now())]);
    for (const name of [...names, '.watchkeeper-saved-objects-1']) {
      expect([name, needed.filter((action) => !allows(name, action))]).toEqual([name, []]);
    }
  });

  it('may read saved objects of the global tenant, and no more than read them', () => {
    for (const name of ['.kibana', '.kibana_1', '.kibana_12', '.opensearch_dashboards_3']) {
      expect(allows(name, 'indices:data/read/search')).toBe(true);
      expect(allows(name, 'indices:data/write/index')).toBe(false);
    }
    // The index of a private tenant, as the security plugin names it.
    expect(allows('.kibana_92668751_admin_1', 'indices:data/read/search')).toBe(false);
    expect(role.tenant_permissions[0].allowed_actions).toEqual(['kibana_all_read']);
  });

  it('may compile conditions, and change nothing else of the cluster than its own templates', () => {
    expect(role.cluster_permissions).toContain('cluster:admin/scripts/painless/execute');
    const changes = role.cluster_permissions.filter(
      (action) => /admin/.test(action) && !/painless/.test(action)
    );
    expect(changes).toEqual(['indices:admin/index_template/put']);
  });

  it('has every permission explained in docs/security.md', () => {
    const page = read('docs/security.md');
    const all = [
      ...role.cluster_permissions,
      ...role.index_permissions.flatMap(({ allowed_actions: actions }) => actions),
    ];
    expect(all.filter((permission) => !page.includes(`\`${permission}\``))).toEqual([]);
  });
});

it('the roles for people are those that the example names in the configuration', () => {
  const text = read('docs/roles/users.yml');
  const names = Object.keys(parse(text));
  expect(names).toEqual(['watchkeeper_reader', 'watchkeeper_responder', 'watchkeeper_editor']);
  for (const name of names) expect(text).toContain(`[${name}]`);
});
