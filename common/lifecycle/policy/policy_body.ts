import { isRecord } from '../../json/record';

/** Takes the policy out of what people paste: as a request (`{policy}`), as an answer (`{_id, policy}`), or bare. */
export const policyBody = (document: unknown): unknown => {
  if (!isRecord(document) || !isRecord(document.policy)) return document;
  // Searches wrap the answer's policy in another one.
  return isRecord(document.policy.policy) ? document.policy.policy : document.policy;
};
