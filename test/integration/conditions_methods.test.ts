import {
  KNOWN_METHODS,
  LEFT_TO_CLUSTER,
  METHODS_BY_TYPE,
  signatureOf,
} from '../../common/monitors/conditions/methods/registry';
import type { StaticType } from '../../common/monitors/conditions/static_types';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';

interface ListedClass {
  name: string;
  methods: Array<{ name: string; parameters: string[] }>;
}

/** `java.util.Map$Entry` is `Map.Entry` in a script. */
const shortName = (name: string): string => name.slice(name.lastIndexOf('.') + 1).replace('$', '.');

describe('the methods of values, beside what the cluster says that it has', () => {
  let cluster: TestCluster;
  let listed: Map<string, Set<string>>;

  beforeAll(async () => {
    cluster = await testCluster();
    const { body } = await cluster.request<{ classes: ListedClass[] }>(
      'GET',
      '/_scripts/painless/_context?context=painless_test'
    );
    listed = new Map(
      body.classes
        .filter(({ name }) => name.startsWith('java.'))
        .map(({ name, methods }) => [
          shortName(name),
          new Set(methods.map((method) => `${method.name}/${method.parameters.length}`)),
        ])
    );
  });

  it.each(Object.keys(METHODS_BY_TYPE))('are the same for %s', (type) => {
    const theirs = listed.get(type) ?? new Set();
    expect(theirs.size).toBeGreaterThan(0);
    const has = (key: string): boolean => signatureOf(type as StaticType, key) !== undefined;
    const differing = [...KNOWN_METHODS].filter(
      (key) => theirs.has(key) !== (has(key) || LEFT_TO_CLUSTER[type]?.includes(key) === true)
    );
    expect(differing).toEqual([]);
  });

  it.each(Object.keys(METHODS_BY_TYPE))('that can be read like fields are known for %s', (type) => {
    const getters = [...(listed.get(type) ?? [])].filter((key) =>
      /^(?:get|is)[A-Z]\w*\/0$/.test(key)
    );
    expect(
      getters.filter((key) => !KNOWN_METHODS.has(key) && !LEFT_TO_CLUSTER[type]?.includes(key))
    ).toEqual([]);
  });
});
