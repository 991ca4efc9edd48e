import { keyIdOf, parseKey } from './secret_box';

/** The keys that secrets are sealed with. From an id, a hash, no key can be found. */
export interface Keys {
  /** Seals; absent where none is configured that can be used. */
  current?: Buffer;
  /** Former ones, which only open. */
  previous: readonly Buffer[];
  /** Of all that open, the current one first. Empty without a current one: nothing is opened then. */
  ids: readonly string[];
  /** False: nothing is configured. A key that is given may still be none. */
  isGiven: boolean;
  /** Why there is no current key. */
  problem?: string;
  /** What is wrong with the former ones, as sentences that repeat nothing of them. */
  problems: readonly string[];
}

const PREVIOUS = 'opensearch_watchkeeper.previous_encryption_keys';

export const NO_KEY =
  'Watchkeeper has no encryption key, so secrets cannot be stored. Set opensearch_watchkeeper.encryption_key to 32 random bytes in base64 (for example from `openssl rand -base64 32`), in opensearch_dashboards.yml or the keystore, and restart.';

const parsed = (text: string): Buffer | undefined => {
  try {
    return parseKey(text);
  } catch {
    return undefined;
  }
};

const currentOf = (configured: string | undefined): Pick<Keys, 'current' | 'problem'> => {
  if (configured === undefined || configured === '') return { problem: NO_KEY };
  try {
    return { current: parseKey(configured) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : NO_KEY };
  }
};

const previousOf = (configured: readonly string[]): Pick<Keys, 'previous' | 'problems'> => {
  const keys = configured.map(parsed);
  const problems = keys.flatMap((key, position) =>
    key
      ? []
      : [
          `Entry ${position + 1} of ${PREVIOUS} is not a key: it must be 32 bytes in base64, or 64 hexadecimal digits. What is sealed with it cannot be opened.`,
        ]
  );
  return { previous: keys.filter((key) => key !== undefined), problems };
};

/**
 * @param configured The configuration's `encryption_key`.
 * @param former Its `previous_encryption_keys`.
 */
export const readKeys = (configured: string | undefined, former: readonly string[] = []): Keys => {
  const { current, problem } = currentOf(configured);
  const { previous, problems } = previousOf(former);
  const ids = current ? [...new Set([current, ...previous].map(keyIdOf))] : [];
  const isGiven = configured !== undefined && configured !== '';
  return {
    current,
    previous,
    ids,
    isGiven,
    problems,
    ...(problem === undefined ? {} : { problem }),
  };
};
