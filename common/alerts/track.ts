import type { Signal } from './machine';

/**
 * What the last runs said of one group, oldest first: `1` true, `0` not. It begins with a `1`: before that, and where
 * there is none, the runs said no.
 */
export type Track = string;

/** Of a trigger: what `occurrences` and `flapping` ask for. Absent: only the last run counts. */
export interface TrackPolicy {
  occurrences?: { times: number; of: number };
  flapping?: { changes: number; of: number };
}

export const needsTrack = ({ occurrences, flapping }: TrackPolicy): boolean =>
  occurrences !== undefined || flapping !== undefined;

/** The track with one more run; empty when there is nothing to remember in it. */
export const extendTrack = (track: Track, triggered: boolean, policy: TrackPolicy): Track => {
  const length = Math.max(policy.occurrences?.of ?? 0, policy.flapping?.of ?? 0);
  const extended = (track + (triggered ? '1' : '0')).slice(-length);
  const first = extended.indexOf('1');
  return first < 0 ? '' : extended.slice(first);
};

const timesIn = (track: Track, of: number): number => {
  let times = 0;
  for (const run of track.slice(-of)) if (run === '1') times++;
  return times;
};

/** The condition held in enough of the last runs. Without a policy: in the last. */
export const holdsOftenEnough = (
  track: Track,
  triggered: boolean,
  { occurrences }: TrackPolicy
): boolean => (occurrences ? timesIn(track, occurrences.of) >= occurrences.times : triggered);

const changesIn = (runs: Track): number => {
  let changes = 0;
  for (let i = 1; i < runs.length; i++) if (runs[i] !== runs[i - 1]) changes++;
  return changes;
};

/** It changed too often in the last runs. Source: Kibana's flapping detection. */
export const isFlapping = (track: Track, { flapping }: TrackPolicy): boolean =>
  flapping !== undefined &&
  changesIn(track.slice(-flapping.of).padStart(flapping.of, '0')) > flapping.changes;

/** What a run says of a group. A flapping one does not end; nor does one whose recovery condition is not true yet. */
export const signalOf = (
  holds: boolean,
  recovered: boolean | undefined,
  flapping: boolean
): Signal => {
  if (holds) return 'true';
  return flapping || recovered === false ? 'held' : 'false';
};
