import { backoff } from './backoff';

/**
 * What a destination's last attempts say about the next: one that fails again and again is tried by one message at a
 * time, with pauses, instead of by all that wait. Instants are milliseconds of a clock that does not go back.
 */
export interface Circuit {
  /** Attempts that have failed since the last that did not. */
  failures: number;
  /** Tries by a single message that have failed. */
  probes: number;
  /** Since when it is tried by single messages. */
  openSince?: number;
  /** Nothing is tried before. */
  restUntil: number;
}

export const CLOSED: Circuit = { failures: 0, probes: 0, restUntil: 0 };

/** So many failures in a row are no accident. */
const OPENS_AFTER = 3;
/** A destination that works again is found within this time, milliseconds. */
const LONGEST_REST = 60_000;

export const isOpen = ({ openSince }: Circuit): boolean => openSince !== undefined;

interface Failure {
  /** When the attempt began, and now. */
  began: number;
  now: number;
  /** From 0 to 1. */
  random: number;
}

export const afterFailure = (circuit: Circuit, { began, now, random }: Failure): Circuit => {
  const failures = circuit.failures + 1;
  if (circuit.openSince === undefined) {
    if (failures < OPENS_AFTER) return { ...circuit, failures };
    const restUntil = Math.max(circuit.restUntil, now + backoff(1, random, LONGEST_REST));
    return { failures, probes: 0, openSince: now, restUntil };
  }
  // Under way since before it was known: it says nothing new.
  if (began < circuit.openSince) return { ...circuit, failures };
  const probes = circuit.probes + 1;
  const wait = backoff(probes + 1, random, LONGEST_REST);
  return { ...circuit, failures, probes, restUntil: Math.max(circuit.restUntil, now + wait) };
};
