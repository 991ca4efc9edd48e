const OFFSET = 14695981039346656037n;
const PRIME = 1099511628211n;
const MASK = (1n << 64n) - 1n;
/** Between names and values. */
const SEPARATOR = 0xff;

const bytesOf = (labels: Readonly<Record<string, string>>): number[] => {
  const encoder = new TextEncoder();
  return Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap((pair) => pair.flatMap((text) => [...encoder.encode(text), SEPARATOR]));
};

/**
 * Names an alert by its labels, as Prometheus and Alertmanager do: FNV-1a of 64 bits over the sorted labels, in 16
 * hexadecimal digits.
 */
export const fingerprintOf = (labels: Readonly<Record<string, string>>): string =>
  bytesOf(labels)
    .reduce((hash, byte) => ((hash ^ BigInt(byte)) * PRIME) & MASK, OFFSET)
    .toString(16)
    .padStart(16, '0');
