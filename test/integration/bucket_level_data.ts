import { picker, seededRandom } from './conditions_random';

const SEED = 20260301;
const DAY = 86_400_000;
const FIRST_DAY = Date.parse('2026-03-01T00:00:00Z');

/** Keys that would collide when joined by a character, and others that are hard to write. */
const ODD_HOSTS = [
  'a#b',
  'a',
  'b#c',
  'x,y',
  'with space',
  'quote"d',
  'back\\slash',
  'höst',
  '{{x}}',
  '$&',
];

const HOSTS = [...ODD_HOSTS, ...Array.from({ length: 26 }, (_, i) => `web-${i}`)];
const ZONES = ['eu', 'us', '#c', 'b#c', 'ap', 'af', 'sa'];

export const MAPPING = {
  settings: { number_of_shards: 3, number_of_replicas: 0 },
  mappings: {
    properties: {
      '@timestamp': { type: 'date' },
      host: { type: 'keyword' },
      zone: { type: 'keyword' },
      level: { type: 'keyword' },
      status: { type: 'long' },
      ratio: { type: 'double' },
      latency: { type: 'double' },
      bytes: { type: 'long' },
      ok: { type: 'boolean' },
    },
  },
};

/** Documents of a week; some lack a zone, a latency, a ratio. */
export const documents = (count: number): Array<Record<string, unknown>> => {
  const random = seededRandom(SEED);
  const { pick } = picker(random);
  const maybe = (share: number, value: unknown): unknown => (random() < share ? value : undefined);
  return Array.from({ length: count }, () => ({
    '@timestamp': FIRST_DAY + Math.floor(random() * 7) * DAY + Math.floor(random() * DAY),
    host: pick(HOSTS),
    zone: maybe(0.93, pick(ZONES)),
    level: pick(['info', 'warn', 'error']),
    status: pick([200, 201, 404, 500, 9_007_199_254_740_993]),
    ratio: maybe(0.9, Math.floor(random() * 40) / 10),
    latency: maybe(0.7, Math.floor(random() * 1000) / 10),
    bytes: Math.floor(random() * 4000),
    ok: random() < 0.6,
  }));
};
