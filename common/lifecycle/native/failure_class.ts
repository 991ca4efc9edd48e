import type { FailureClass, ManagedIndex } from '../managed_index';

/**
 * The messages of Index State Management, from the exact ones to those that only name a field. Source: the steps of
 * OpenSearch index-management, and answers of OpenSearch 3.4.
 */
const SIGNS: ReadonlyArray<[RegExp, FailureClass]> = [
  [/missing rollover_alias/i, 'no_rollover_alias'],
  [/missing alias or not the write index|not the write index/i, 'not_write_index'],
  [/version conflict/i, 'version_conflict'],
  [/was not able to update IndexMetaData/i, 'interrupted'],
  [/no permissions for|security_exception|lacks? permission|not authorized/i, 'permission'],
  // A repository that is missing is only named: `[backups] missing`.
  [/repository|\[[^\]]+\] missing\s*$/i, 'repository'],
  [/timed out/i, 'timed_out'],
  [/failed to find state=/i, 'no_state'],
  [/never been rolled over/i, 'never_rolled_over'],
  [/failed to send notification/i, 'notification'],
  [/snapshot/i, 'snapshot'],
  [/shrink/i, 'shrink'],
];

/** Whether its last step failed: for good, or with retries left. */
export const isFailing = ({ cursor }: ManagedIndex): boolean =>
  cursor?.failed === true ||
  cursor?.action?.failed === true ||
  cursor?.action?.step?.status === 'failed' ||
  cursor?.action?.step?.status === 'timed_out';

/** Whether the engine has given up: nothing goes on until somebody retries. */
export const hasStopped = ({ cursor }: ManagedIndex): boolean =>
  cursor?.failed === true || cursor?.action?.failed === true;

/** What kind of failure it is, so that those of one kind can be mended together. Undefined where nothing fails. */
export const failureClassOf = (managed: ManagedIndex): FailureClass | undefined => {
  if (!isFailing(managed)) return undefined;
  const { action } = managed.cursor ?? {};
  if (action?.step?.status === 'timed_out') return 'timed_out';
  const said = `${managed.message ?? ''} ${managed.cause ?? ''}`;
  const sign = SIGNS.find(([pattern]) => pattern.test(said));
  if (sign) return sign[1];
  if (action?.type === 'rollover' && /already exists/i.test(said)) return 'index_exists';
  if (action?.type === 'shrink' || action?.type === 'snapshot') return action.type;
  return 'other';
};
