import { DESTINATION_TYPE, MONITOR_TYPE } from '../../../common/plugin';
import type { Reference } from '../../../common/monitors/references';
import { fromAttributes as readDestination } from '../destination_type';
import { fromAttributes as readMonitor } from '../monitor_type';

type Validate = (attributes: unknown, references: readonly Reference[]) => unknown;

/** The types of this plugin, each with what reads it: what cannot be read is not written. */
const VALIDATORS: Readonly<Record<string, Validate>> = {
  [MONITOR_TYPE]: readMonitor,
  [DESTINATION_TYPE]: readDestination,
};

export const isGuarded = (type: string): boolean => type in VALIDATORS;

/** @throws WatchkeeperError `invalid_input`, naming the fields */
export const validateObject = (
  type: string,
  attributes: unknown,
  references: readonly Reference[]
): void => void VALIDATORS[type]?.(attributes, references);
