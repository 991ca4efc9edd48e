import { savedObjectsErrors } from './errors';

/** Packs the cluster's sequence number and primary term into one opaque text. */
export function encodeVersion(seqNo: number, primaryTerm: number): string {
  return Buffer.from(JSON.stringify([seqNo, primaryTerm])).toString('base64');
}

/** Parameters that make a write fail unless the document still has this version. */
export function decodeVersion(version: string): { if_seq_no: number; if_primary_term: number } {
  try {
    const parts: unknown = JSON.parse(Buffer.from(version, 'base64').toString('utf8'));
    if (Array.isArray(parts) && parts.length === 2 && parts.every(Number.isInteger)) {
      return { if_seq_no: Number(parts[0]), if_primary_term: Number(parts[1]) };
    }
  } catch {
    // Told below, like any other version that is none.
  }
  throw savedObjectsErrors.createBadRequestError(`Invalid version [${version}]`);
}
