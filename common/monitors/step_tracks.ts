import { extendTrack, needsTrack } from '../alerts/track';
import type { Track, TrackPolicy } from '../alerts/track';
import type { MonitorState } from './state';

/** By group. */
export type TriggerTracks = Record<string, Track>;

/** The tracks of one trigger through one run. Keys come from documents: any text, also `constructor`. */
export class StepTracks {
  private readonly before: ReadonlyMap<string, Track>;
  private readonly after = new Map<string, Track>();
  private readonly isNeeded: boolean;
  private differs: boolean;

  constructor(
    private readonly policy: TrackPolicy,
    before: TriggerTracks | undefined
  ) {
    this.isNeeded = needsTrack(policy);
    this.before = new Map(before && Object.entries(before));
    this.differs = !this.isNeeded && this.before.size > 0;
  }

  extend(key: string, triggered: boolean): Track {
    if (!this.isNeeded) return '';
    const before = this.before.get(key) ?? '';
    const track = extendTrack(before, triggered, this.policy);
    if (track !== before) this.differs = true;
    this.after.set(key, track);
    return track;
  }

  /** Groups that were not named were not true. */
  missOthers(): void {
    if (!this.isNeeded) return;
    for (const key of this.before.keys()) if (!this.after.has(key)) this.extend(key, false);
  }

  /** Nothing is known about groups that were not named. */
  leaveOthers(): void {
    if (!this.isNeeded) return;
    for (const [key, track] of this.before) if (!this.after.has(key)) this.after.set(key, track);
  }

  /** What is remembered from now on; undefined where it is as before. */
  changed(): TriggerTracks | undefined {
    if (!this.differs) return undefined;
    return Object.fromEntries([...this.after].filter(([, track]) => track !== ''));
  }
}

/**
 * The tracks of all triggers after a run; undefined where they are as before.
 *
 * @param changed of the triggers whose tracks have changed
 * @param stays whether a trigger is still there
 */
export const nextTracks = (
  before: MonitorState['tracks'],
  changed: ReadonlyMap<string, TriggerTracks>,
  stays: (triggerId: string) => boolean
): MonitorState['tracks'] => {
  const known = Object.entries(before ?? {});
  if (changed.size === 0 && known.every(([id]) => stays(id))) return undefined;
  const all = new Map([...known, ...changed]);
  return Object.fromEntries(
    [...all].filter(([id, tracks]) => stays(id) && Object.keys(tracks).length > 0)
  );
};
