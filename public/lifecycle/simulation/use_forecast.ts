import { useEffect, useState } from 'react';
import { forecasting } from '../../../common/lifecycle/forecast/forecast';
import type { Population } from '../../../common/lifecycle/forecast/population';
import type { Forecast } from '../../../common/lifecycle/forecast/range';
import { useTime } from '../../shared/time';
import { dayStarts, horizonOf, ticksOf } from './horizon';
import type { Assumed } from './horizon';

/** Milliseconds of computing between two drawings of the page. */
const SLICE = 12;

/** So much more must be done before it is told. */
const TOLD_EVERY = 0.01;

export interface Forecasting {
  /** The last one, also while the next is on its way. */
  forecast?: Forecast;
  /** How much of the next one is done, 0 to 1; absent: nothing is on its way. */
  progress?: number;
}

/** Forecasts a little at a time, so that the page stays alive however many indices there are. */
export const useForecast = (population: Population, assumed: Assumed, now: number): Forecasting => {
  const { zone } = useTime();
  const [state, setState] = useState<Forecasting>({ progress: 0 });
  useEffect(() => {
    const horizon = horizonOf(now, assumed);
    const run = forecasting(assumed.goes_on ? population : { ...population, sources: [] }, {
      ...{ now, horizon, ticks: ticksOf(assumed), day_starts: dayStarts(now, horizon, zone) },
    });
    let timer: number;
    let told = -1;
    const slice = () => {
      const until = performance.now() + SLICE;
      for (;;) {
        const step = run.next();
        if (step.done) {
          setState({ forecast: step.value });
          return;
        }
        if (performance.now() > until) {
          const progress = step.value;
          if (progress - told >= TOLD_EVERY) {
            told = progress;
            setState(({ forecast }) => ({ progress, ...(forecast ? { forecast } : {}) }));
          }
          break;
        }
      }
      timer = window.setTimeout(slice, 0);
    };
    timer = window.setTimeout(slice, 0);
    return () => window.clearTimeout(timer);
  }, [population, assumed, now, zone]);
  return state;
};
