/** Settings of an index as the cluster gives them flat: `index.number_of_replicas` with a text, or a list of texts. */
export type SettingValue = string | string[];
export type FlatSettings = Readonly<Record<string, SettingValue>>;

/**
 * `dynamic`: can be changed at any time. `closed`: only while the index is closed. `final`: never again.
 * `private`: of the cluster, not for people. Source: OpenSearch `IndexMetadata`, `IndexSettings`, `IndexSortConfig`.
 */
export type SettingKind = 'dynamic' | 'closed' | 'final' | 'private';

const startsWith = (...starts: string[]): ((name: string) => boolean) => {
  return (name) => starts.some((start) => name === start || name.startsWith(`${start}.`));
};

const isPrivate = startsWith(
  ...['index.uuid', 'index.version', 'index.creation_date', 'index.creation_date_string'],
  ...[
    'index.provided_name',
    'index.resize',
    'index.shrink',
    'index.history',
    'index.verified_before_close',
  ],
  ...['index.routing.allocation.initial_recovery', 'index.opendistro', 'index.replication.type']
);

const isFinal = startsWith(
  ...['index.number_of_shards', 'index.number_of_routing_shards', 'index.routing_partition_size'],
  ...[
    'index.sort',
    'index.soft_deletes.enabled',
    'index.data_path',
    'index.remote_store',
    'index.knn',
  ]
);

const isClosed = startsWith(
  ...[
    'index.analysis',
    'index.codec',
    'index.similarity',
    'index.store.type',
    'index.store.preload',
  ],
  ...[
    'index.shard.check_on_startup',
    'index.load_fixed_bitset_filters_eagerly',
    'index.query.parse',
  ]
);

export const settingKind = (name: string): SettingKind => {
  if (isPrivate(name)) return 'private';
  if (isFinal(name)) return 'final';
  return isClosed(name) ? 'closed' : 'dynamic';
};

/** How a setting is asked for in the form. */
export type SettingControl = 'count' | 'time' | 'text' | 'switch' | readonly string[];

/** What people change most, in the order of the form. */
export const USUAL_SETTINGS: ReadonlyArray<{ name: string; control: SettingControl }> = [
  { name: 'index.number_of_replicas', control: 'count' },
  { name: 'index.auto_expand_replicas', control: 'text' },
  { name: 'index.refresh_interval', control: 'time' },
  { name: 'index.blocks.write', control: 'switch' },
  { name: 'index.blocks.read_only_allow_delete', control: 'switch' },
  { name: 'index.hidden', control: 'switch' },
  { name: 'index.priority', control: 'count' },
  { name: 'index.max_result_window', control: 'count' },
  { name: 'index.mapping.total_fields.limit', control: 'count' },
  { name: 'index.translog.durability', control: ['request', 'async'] },
  { name: 'index.routing.allocation.total_shards_per_node', control: 'count' },
  { name: 'index.default_pipeline', control: 'text' },
  { name: 'index.final_pipeline', control: 'text' },
];

/** Those of one kind, by name. */
export const settingsOfKind = (settings: FlatSettings, kind: SettingKind): FlatSettings =>
  Object.fromEntries(
    Object.entries(settings)
      .filter(([name]) => settingKind(name) === kind)
      .sort(([a], [b]) => (a < b ? -1 : 1))
  );

/** What is sent: null puts a setting back to its default. */
export type SettingChanges = Record<string, SettingValue | null>;

const isSame = (a: SettingValue | undefined, b: SettingValue | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** What leads from one state of the settings to another. */
export const settingChanges = (before: FlatSettings, after: FlatSettings): SettingChanges =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((name) => !isSame(before[name], after[name]))
      .map((name) => [name, after[name] ?? null])
  );

/** Of some settings those that are not as they were seen: somebody has changed them since. */
export const changedSince = (
  names: readonly string[],
  seen: FlatSettings,
  now: FlatSettings
): string[] => names.filter((name) => !isSame(seen[name], now[name]));

const textOf = (value: unknown): SettingValue | undefined => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return undefined;
  const texts = value.map(textOf).filter((each) => typeof each === 'string');
  return texts.length === value.length ? texts : undefined;
};

export type ReadSettings =
  { settings: FlatSettings; problem?: undefined } | { settings?: undefined; problem: string };

/** What somebody wrote as JSON: one object, flat, with texts, numbers, switches or lists of them. */
export const readSettings = (text: string): ReadSettings => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return { problem: 'Write one object: {"index.refresh_interval": "30s"}.' };
  }
  const settings: Record<string, SettingValue> = {};
  for (const [given, value] of Object.entries(parsed)) {
    const name = given.startsWith('index.') ? given : `index.${given}`;
    const read = textOf(value);
    if (read === undefined) {
      return { problem: `${name}: write it flat, with a text, a number, true, false or a list.` };
    }
    const kind = settingKind(name);
    if (kind === 'final' || kind === 'private') {
      return { problem: `${name} cannot be changed after an index is made.` };
    }
    settings[name] = read;
  }
  return { settings };
};
