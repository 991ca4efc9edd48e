import type { EngineState } from '../../../common/lifecycle/api';
import type { Narrowed } from '../../../common/lifecycle/forecast/cluster_population';
import { HORIZONS, INTERVALS } from '../simulation/horizon';
import type { Assumed } from '../simulation/horizon';

/** In the URL the choice of what no policy manages. */
export const NOBODY = '-';

/** How fast indices grow, in percent of what was measured. */
export const GROWTHS = [50, 75, 100, 125, 150, 200, 300] as const;

/** Horizon, filters, what is assumed, and the day that is open, as the URL holds them. */
export const DEFAULTS = {
  ...{ days: 30, policy: '', text: '' },
  /** Minutes between two looks of the engine; 0: as the cluster has it. */
  interval: 0,
  ...{ goes_on: true, growth: 100 },
  /** `2026-11-25` where the reader is. */
  day: '',
};
export type ForecastState = typeof DEFAULTS;
export type ChangeForecast = (changes: Partial<ForecastState>) => void;

export const isNarrowed = ({ policy, text }: ForecastState): boolean =>
  policy !== '' || text.trim() !== '';

export const narrowedOf = ({ policy, text, growth }: ForecastState): Narrowed => ({
  ...(policy === '' ? {} : { policy: policy === NOBODY ? { nobody: true } : policy }),
  ...{ text, growth: (GROWTHS.find((each) => each === growth) ?? 100) / 100 },
});

/** What stands in a URL may be anything. */
export const assumedOf = (
  { days, interval, goes_on }: ForecastState,
  engine: EngineState | undefined
): Assumed => ({
  days: HORIZONS.find((each) => each === days) ?? 30,
  interval:
    INTERVALS.find((each) => each === interval) ??
    INTERVALS.find((each) => each === engine?.every) ??
    5,
  goes_on,
});
