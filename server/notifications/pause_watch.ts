import type { SetPause } from '../../common/notifications/deliveries_api';
import { NEVER_PAUSED, isPaused, pausedWithin } from '../../common/notifications/pause';
import type { PauseSwitch } from '../../common/notifications/pause';
import type { Clock } from '../clock';
import type { PauseStore } from './pause_store';

/** What delivery needs to know about the pause of all notifications. */
export interface Pauses {
  /** Reads the switch. Throws while the cluster does not answer: then it stays as it was. */
  look(): Promise<PauseSwitch>;
  /** True while nothing may go out; also as long as nobody knows. */
  hold(): boolean;
  /** Milliseconds between two instants in which everything was held back. */
  within(from: number, to: number): number;
}

/** The switch as this instance last read it. */
export class PauseWatch implements Pauses {
  private known: PauseSwitch | undefined;

  constructor(
    private readonly store: PauseStore,
    private readonly clock: Pick<Clock, 'now'>
  ) {}

  async look(): Promise<PauseSwitch> {
    this.known = await this.store.read();
    return this.known;
  }

  async set(wanted: SetPause, by: string | undefined): Promise<PauseSwitch> {
    this.known = await this.store.set(wanted, by);
    return this.known;
  }

  hold(): boolean {
    return this.known === undefined || isPaused(this.known, this.clock.now());
  }

  within(from: number, to: number): number {
    return pausedWithin(this.known ?? NEVER_PAUSED, from, to);
  }
}
