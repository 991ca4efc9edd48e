import type { SourceFacts } from '../facts';

/** Settings that belong to the one index, or to what was done to it, and that no other is made with. */
const OWN = [
  /^index\.(uuid|creation_date|provided_name|history\.uuid|verified_before_close)$/,
  /^index\.version\./,
  /^index\.(resize|shrink|blocks)\./,
  /^index\.routing\.allocation\.initial_recovery\./,
  // Of lifecycle management: a new index gets its own.
  /^index\.(plugins|opendistro)\./,
  /^index\.lifecycle\./,
  /^index\.routing_partition_size$/,
  /^index\.number_of_routing_shards$/,
];

/** The body that makes an index like another: with its settings, its mapping, or both. */
export const definitionLike = (
  { settings, mappings }: SourceFacts,
  copy: { settings: boolean; mappings: boolean }
): Record<string, unknown> => ({
  ...(copy.settings
    ? {
        settings: Object.fromEntries(
          Object.entries(settings).filter(([key]) => !OWN.some((own) => own.test(key)))
        ),
      }
    : {}),
  ...(copy.mappings ? { mappings } : {}),
});
