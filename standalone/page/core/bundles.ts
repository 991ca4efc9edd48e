/** The registry through which bundles of plugins and the page find each other. */
export interface Bundles {
  has(key: string): boolean;
  define(key: string, factory: () => unknown): void;
  get(key: string): unknown;
}

export function createBundles(): Bundles {
  const factories = new Map<string, () => unknown>();
  return {
    has: (key) => factories.has(key),
    define(key, factory) {
      if (factories.has(key)) throw new Error(`bundle "${key}" is defined twice`);
      factories.set(key, factory);
    },
    get(key) {
      const factory = factories.get(key);
      if (factory === undefined) throw new Error(`bundle "${key}" is not defined`);
      return factory();
    },
  };
}
