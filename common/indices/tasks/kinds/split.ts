import { z } from 'zod';
import type { SourceFacts } from '../facts';
import { error } from './kind';
import type { TaskKind } from './kind';
import { aboutResize, resizePlan, resizeShape, shardsSchema } from './resize';

const splitSchema = z.strictObject({
  kind: z.literal('split'),
  ...resizeShape,
  shards: shardsSchema,
});

const DOUBLINGS = 10;

/** Into how many parts ids are hashed: shards split along these. As OpenSearch reckons it where nobody has set it. */
export const routingShardsOf = ({ primaries, settings }: SourceFacts): number => {
  const set = Number(settings['index.number_of_routing_shards']);
  if (Number.isInteger(set) && set > 0) return set;
  const doublings = Math.max(1, DOUBLINGS - Math.ceil(Math.log2(primaries)));
  return primaries * 2 ** doublings;
};

/** The numbers of shards that an index can be split into, fewest first. */
export const splitsOf = (source: SourceFacts): number[] => {
  const routing = routingShardsOf(source);
  const counts = Array.from({ length: routing }, (_, index) => index + 1);
  return counts.filter(
    (count) => count > source.primaries && count % source.primaries === 0 && routing % count === 0
  );
};

const SHOWN = 8;

/** One shard is hashed anew, into any number; more are split along the parts that they have. */
const fits = (source: SourceFacts, shards: number): boolean =>
  source.primaries === 1 || splitsOf(source).includes(shards);

export const split: TaskKind<typeof splitSchema> = {
  name: 'split',
  schema: splitSchema,
  sources: ({ source }) => [source],
  target: ({ target }) => target,
  check(spec, facts) {
    const [source] = facts.sources;
    const findings = aboutResize(spec, facts);
    if (!source) return findings;
    const { name, primaries } = source;
    if (spec.shards <= primaries) {
      return [
        ...findings,
        error(`${name} has ${primaries} primary shards: choose more.`, 'shards'),
      ];
    }
    return fits(source, spec.shards)
      ? findings
      : [
          ...findings,
          error(
            `${name} with its ${primaries} primary shards can be split into ${splitsOf(source).slice(0, SHOWN).join(', ')}.`,
            'shards'
          ),
        ];
  },
  plan: (spec, { sources: [source] }) => resizePlan('split', spec, source),
};
