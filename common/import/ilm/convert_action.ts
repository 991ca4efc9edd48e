import { isRecord } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { phrase } from '../../phrase';
import { sentence } from '../../sentence';
import type { JsonValue } from '../../json/lossless';
import { convertRollover } from './convert_rollover';
import type { IlmNotes } from './note';

/** What the conversion of one action goes by. */
export interface Conversion {
  phase: string;
  /** Of the action, in the document that was brought. */
  place: string;
  /** Of the policy, where it has one. */
  id?: string;
  /** The node attribute that tells the tiers apart, where there is one. */
  tierAttribute?: string;
  /** Whether an earlier action merges already. */
  merged: boolean;
  notes: IlmNotes;
}

type Convert = (params: JsonObject, conversion: Conversion) => JsonObject[];

/** Says of every parameter that has nothing like it here that it is lost. */
const dropOthers = (
  params: JsonObject,
  known: readonly string[],
  { place, notes }: Conversion
): void => {
  for (const name of Object.keys(params).filter((each) => !known.includes(each))) {
    notes.unknown(`${place}.${name}`, name);
  }
};

const isSet = (value: JsonValue | undefined): value is JsonValue => (value ?? null) !== null;

const setPriority: Convert = (params, conversion) => {
  dropOthers(params, ['priority'], conversion);
  if (isSet(params.priority)) return [{ index_priority: { priority: params.priority } }];
  conversion.notes.lost(
    conversion.place,
    sentence(
      phrase(
        'watchkeeper.lifecycle.ilm.priorityStays',
        'It takes the priority away. Here a priority can only be set: it stays as it is.'
      )
    )
  );
  return [];
};

const readonly: Convert = (params, conversion) => {
  dropOthers(params, [], conversion);
  return [{ read_only: {} }];
};

const remove: Convert = (params, conversion) => {
  const { delete_searchable_snapshot: snapshots } = params;
  dropOthers(params, ['delete_searchable_snapshot'], conversion);
  if (snapshots === true) {
    const place = `${conversion.place}.delete_searchable_snapshot`;
    conversion.notes.lost(
      place,
      sentence(
        phrase(
          'watchkeeper.lifecycle.ilm.snapshotsKept',
          'Snapshots that were taken of the index are kept here.'
        )
      )
    );
  }
  return [{ delete: {} }];
};

const unfollow: Convert = (params, conversion) => {
  const { place, notes } = conversion;
  dropOthers(params, [], conversion);
  notes.changed(
    place,
    sentence(
      phrase(
        'watchkeeper.lifecycle.ilm.unfollow',
        '“stop_replication” ends a replication between clusters. It fails on an index that follows none, where Index Lifecycle Management would have gone on.'
      )
    )
  );
  return [{ stop_replication: {} }];
};

const forcemerge: Convert = (params, conversion) => {
  dropOthers(params, ['max_num_segments'], conversion);
  return [{ force_merge: { max_num_segments: params.max_num_segments ?? 1 } }];
};

const shrink: Convert = (params, conversion) => {
  const { number_of_shards: count, max_primary_shard_size: size } = params;
  dropOthers(params, ['number_of_shards', 'max_primary_shard_size'], conversion);
  conversion.notes.changed(
    conversion.place,
    sentence(
      phrase(
        'watchkeeper.lifecycle.ilm.shrink',
        'Index Lifecycle Management puts the shrunken index in the place of the first. Here it is a new one, “{target}”, that takes the aliases over; the policy stays on the first.'
      ),
      { target: '<index>_shrunken' }
    )
  );
  return [
    {
      shrink: {
        ...(isSet(count) ? { num_new_shards: count } : {}),
        ...(isSet(size) ? { max_shard_size: size } : {}),
        switch_aliases: true,
      },
    },
  ];
};

const ALLOCATIONS = ['require', 'include', 'exclude'];

const allocate: Convert = (params, conversion) => {
  const { number_of_replicas: replicas } = params;
  dropOthers(params, ['number_of_replicas', ...ALLOCATIONS], conversion);
  const named = ALLOCATIONS.filter((name) => {
    const value = params[name];
    return isRecord(value) && Object.keys(value).length > 0;
  });
  if (named.length > 0) {
    conversion.notes.changed(
      conversion.place,
      sentence(
        phrase(
          'watchkeeper.lifecycle.ilm.allocate',
          'Index Lifecycle Management waits until the shards have moved; the next action begins at once here.'
        )
      )
    );
  }
  const actions: JsonObject[] = [];
  if (isSet(replicas)) actions.push({ replica_count: { number_of_replicas: replicas } });
  if (named.length > 0) {
    actions.push({ allocation: Object.fromEntries(named.map((name) => [name, params[name]])) });
  }
  return actions;
};

/** To the nodes of the phase; they have roles there, and attributes here. */
export const migrateTo = ({ phase, place, tierAttribute, notes }: Conversion): JsonObject[] => {
  if (tierAttribute === undefined || tierAttribute === '') {
    notes.lost(
      place,
      sentence(
        phrase(
          'watchkeeper.lifecycle.ilm.noTier',
          'The index moved to nodes of the tier “{phase}” by itself. Here nodes are told apart by an attribute of yours: name it, or add an allocation, else the index stays where it is.'
        ),
        { phase }
      )
    );
    return [];
  }
  notes.changed(
    place,
    sentence(
      phrase(
        'watchkeeper.lifecycle.ilm.tier',
        'Moving to the tier “{phase}” is an allocation to nodes with {attribute}: {phase}. Where there is no such node, the index stays where it is.'
      ),
      { phase, attribute: tierAttribute }
    )
  );
  return [{ allocation: { require: { [tierAttribute]: phase } } }];
};

const migrate: Convert = (params, conversion) => {
  dropOthers(params, ['enabled'], conversion);
  return params.enabled === false ? [] : migrateTo(conversion);
};

const searchableSnapshot: Convert = (params, conversion) => {
  const { snapshot_repository: repository, force_merge_index: merges } = params;
  dropOthers(params, ['snapshot_repository', 'force_merge_index'], conversion);
  const named = { ...(isSet(repository) ? { repository } : {}), snapshot: '{{ctx.index}}' };
  conversion.notes.changed(
    conversion.place,
    sentence(
      phrase(
        'watchkeeper.lifecycle.ilm.searchableSnapshot',
        'It is a snapshot and “convert_index_to_remote” here, which makes a new index “{target}”. The policy stays on the first one, which is kept; nothing deletes the new one unless a policy takes it in.'
      ),
      { target: '<index>_remote' }
    )
  );
  const merge: JsonObject = { force_merge: { max_num_segments: 1 } };
  const rest: JsonObject[] = [{ snapshot: named }, { convert_index_to_remote: named }];
  return merges === false || conversion.merged ? rest : [merge, ...rest];
};

const downsample: Convert = (params, conversion) => {
  const { fixed_interval: interval } = params;
  dropOthers(params, ['fixed_interval'], conversion);
  conversion.notes.changed(
    conversion.place,
    sentence(
      phrase(
        'watchkeeper.lifecycle.ilm.downsample',
        'It is a rollup into an index of its own here, by @timestamp alone: name the fields to group by and the metrics, which the time series told by themselves there. The first index stays.'
      )
    )
  );
  return [
    {
      rollup: {
        ism_rollup: {
          description: `Every ${String(interval ?? '1h')}`,
          target_index: `rollup-${conversion.id ?? 'ilm'}`,
          page_size: 1000,
          dimensions: [
            {
              date_histogram: {
                ...{ source_field: '@timestamp', fixed_interval: interval ?? '1h' },
                timezone: 'UTC',
              },
            },
          ],
          metrics: [],
        },
      },
    },
  ];
};

const waitForSnapshot: Convert = (params, { place, notes }) => {
  notes.lost(
    place,
    sentence(
      phrase(
        'watchkeeper.lifecycle.ilm.waitForSnapshot',
        'It waited until “{policy}” had taken a snapshot. Nothing waits for that here: take one in the policy, before the delete, if it must be there.'
      ),
      { policy: String(params.policy ?? '') }
    )
  );
  return [];
};

const freeze: Convert = (_params, { place, notes }) => {
  notes.lost(
    place,
    sentence(
      phrase(
        'watchkeeper.lifecycle.ilm.freeze',
        'Indices cannot be frozen here. It is left out; the index stays open.'
      )
    )
  );
  return [];
};

/** In the order in which a phase carries them out, whatever the order of the document is. */
const CONVERSIONS: ReadonlyArray<[string, Convert]> = [
  ['set_priority', setPriority],
  ['unfollow', unfollow],
  ['rollover', (params, { place, notes }) => [{ rollover: convertRollover(params, place, notes) }]],
  ['readonly', readonly],
  ['downsample', downsample],
  ['freeze', freeze],
  ['allocate', allocate],
  ['migrate', migrate],
  ['shrink', shrink],
  ['forcemerge', forcemerge],
  ['searchable_snapshot', searchableSnapshot],
  ['wait_for_snapshot', waitForSnapshot],
  ['delete', remove],
];

export const ILM_ACTIONS: readonly string[] = CONVERSIONS.map(([name]) => name);

const BY_NAME = new Map(CONVERSIONS);

/** What one action of a phase becomes: none, one or several. */
export const convertAction = (
  name: string,
  value: JsonValue | undefined,
  conversion: Conversion
): JsonObject[] => {
  const convert = BY_NAME.get(name);
  if (convert) return convert(isRecord(value) ? (value as JsonObject) : {}, conversion);
  conversion.notes.unknown(conversion.place, name);
  return [];
};
