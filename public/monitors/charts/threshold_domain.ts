/** What a chart shows of its values, fixed, so that a place in it and a number are the same thing. */
export interface Domain {
  min: number;
  max: number;
}

const ROOM = 1.15;
const NOTHING: Domain = { min: 0, max: 1 };

/** Room for all values and for the threshold; zero is always in it. */
export const domainOf = (values: readonly number[], threshold: number | undefined): Domain => {
  const all = [...values, ...(threshold === undefined ? [] : [threshold])].filter(Number.isFinite);
  const max = all.reduce((most, value) => Math.max(most, value), 0) * ROOM;
  const min = all.reduce((least, value) => Math.min(least, value), 0) * ROOM;
  return min === max ? NOTHING : { min, max };
};

/** How far below the top a value is drawn, from 0 to 1; what lies outside is at the edge. */
export const depthOf = (value: number, { min, max }: Domain): number =>
  Math.min(1, Math.max(0, (max - value) / (max - min)));

/** A round step, of which the domain has some two hundred; of counts at least 1. */
export const stepOf = ({ min, max }: Domain, isCount: boolean): number => {
  const rough = (max - min) / 200;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  return isCount ? Math.max(1, Math.round(step)) : step;
};

const digitsOf = (step: number): number => Math.max(0, -Math.floor(Math.log10(step) + 1e-9));

/** The number by steps, in the form in which a person would type it. */
export const roundedText = (value: number, step: number): string => {
  const rounded = Math.round(value / step) * step;
  return (Object.is(rounded, -0) ? 0 : rounded).toFixed(digitsOf(step));
};

/** The number at a depth. */
export const valueAt = (depth: number, { min, max }: Domain): number =>
  max - Math.min(1, Math.max(0, depth)) * (max - min);

/** Some round numbers to write beside the chart, from the lowest. */
export const ticksOf = ({ min, max }: Domain, isCount: boolean): number[] => {
  const rough = (max - min) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const found = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const step = isCount ? Math.max(1, Math.round(found)) : found;
  const ticks: number[] = [];
  for (let i = Math.ceil(min / step); i * step <= max; i += 1) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
};
