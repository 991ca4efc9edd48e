import { invalidInput } from '../../../common/errors';
import type {
  DeliveriesQuery,
  DeliveryPage,
  DeliveryStory,
  DestinationStatus,
  Pause,
  Resend,
  SetPause,
} from '../../../common/notifications/deliveries_api';
import { isPaused } from '../../../common/notifications/pause';
import type { PauseSwitch } from '../../../common/notifications/pause';
import { countWaiting } from '../outbox_waiting';
import type { PauseWatch } from '../pause_watch';
import { listDeliveries, readDelivery } from './delivery_list';
import type { DeliveryListDeps } from './delivery_list';
import { statusOfDestinations } from './destination_status';
import { resend } from './resend';
import type { Resent } from './resend';

/** The outbox, for people: looked through, sent again, paused. */
export interface DeliveryDesk {
  /** @throws WatchkeeperError `invalid_input` past what can be paged */
  list(query: DeliveriesQuery): Promise<DeliveryPage>;
  /** @throws WatchkeeperError `not_found` */
  read(id: string): Promise<DeliveryStory>;
  resend(wanted: Resend): Promise<Resent>;
  pause(): Promise<Pause>;
  /** Whether everything is paused now. */
  isPaused(): Promise<boolean>;
  /** @throws WatchkeeperError `invalid_input` when the end is not in the future */
  setPause(wanted: SetPause, by: string | undefined): Promise<Pause>;
  /** @param ids absent: of all that the outbox knows */
  status(ids?: readonly string[]): Promise<DestinationStatus[]>;
}

export interface DeliveryDeskDeps extends DeliveryListDeps {
  pauses: PauseWatch;
  /** Why no pings go to which destinations, by id. */
  withheld(): Promise<ReadonlyMap<string, string>>;
}

export const createDeliveryDesk = (deps: DeliveryDeskDeps): DeliveryDesk => {
  const { cluster, clock, pauses, withheld } = deps;

  const shown = async (pause: PauseSwitch): Promise<Pause> => {
    const { reason, until, by, since } = pause;
    // One that has ended by itself is over since then.
    const paused = isPaused(pause, clock.now());
    const over = pause.paused && !paused;
    return {
      paused,
      ...(paused && reason !== undefined ? { reason } : {}),
      ...(paused && until !== undefined ? { until } : {}),
      ...(by === undefined || over ? {} : { by }),
      ...(since === undefined ? {} : { since: over ? until : since }),
      waiting: await countWaiting(cluster),
    };
  };

  return {
    list: (query) => listDeliveries(deps, query),
    read: (id) => readDelivery(deps, id),
    resend: (wanted) => resend(cluster, clock, wanted),
    pause: async () => shown(await pauses.look()),
    isPaused: async () => isPaused(await pauses.look(), clock.now()),
    async setPause(wanted, by) {
      if (wanted.paused && wanted.until !== undefined && wanted.until <= clock.now()) {
        throw invalidInput([{ field: 'until', message: 'The end must be in the future.' }]);
      }
      return shown(await pauses.set(wanted, by));
    },
    async status(ids) {
      const [all, reasons] = await Promise.all([
        statusOfDestinations(cluster, clock, ids),
        withheld(),
      ]);
      return all.map((each) => {
        const reason = reasons.get(each.id);
        return reason === undefined ? each : { ...each, withheld: reason };
      });
    },
  };
};
