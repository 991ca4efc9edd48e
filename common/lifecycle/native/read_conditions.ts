import { isRecord } from '../../json/record';
import { ROLLOVER_CONDITIONS } from '../actions/rollover';
import type { ConditionCheck } from '../decide/check_conditions';
import { parseByteSize } from '../units/byte_size';

const UNITS: Readonly<Record<string, number>> = {
  ...{ d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 },
  ...{ micros: 0.001, nanos: 0.000_001 },
};

/** Milliseconds. What was measured has decimals, `12.4s`, which no duration of a policy may have. */
const durationIn = (text: string): number | undefined => {
  const [, amount, unit] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*$/i.exec(text) ?? [];
  const size = unit === undefined ? undefined : UNITS[unit.toLowerCase()];
  return size === undefined ? undefined : Number(amount) * size;
};

const amountIn = (name: string, value: unknown): number | undefined => {
  if (name === 'min_doc_count') return typeof value === 'number' ? value : undefined;
  if (typeof value !== 'string') return undefined;
  return name === 'min_index_age' ? durationIn(value) : parseByteSize(value);
};

const readOne = (name: string, value: unknown): ConditionCheck[] => {
  if (!isRecord(value)) return [];
  const [required, current] = [amountIn(name, value.condition), amountIn(name, value.current)];
  if (required === undefined) return [];
  const created = name === 'min_index_age' ? value.creationDate : undefined;
  return [
    {
      ...{ name, required, met: current !== undefined && current >= required },
      ...(current === undefined ? {} : { current }),
      ...(typeof created === 'number' ? { at: created + required } : {}),
    },
  ];
};

/** `info.conditions` of a rollover, as `explain` gives it. Source: index-management, `AttemptRolloverStep`. */
export const readConditions = (value: unknown): ConditionCheck[] =>
  isRecord(value) ? ROLLOVER_CONDITIONS.flatMap((name) => readOne(name, value[name])) : [];
