import { WatchkeeperError, invalidInput, notFound } from '../../../common/errors';
import { isRecord } from '../../../common/json/record';
import type { PolicyRecord, SavePolicy } from '../../../common/lifecycle/api';
import { checkPolicy } from '../../../common/lifecycle/policy/check_policy';
import { policyBody } from '../../../common/lifecycle/policy/policy_body';
import type { Cluster } from '../../cluster/types';
import { ISM_TIMEOUT } from './dialect';
import type { Dialect } from './dialect';

/** As the server tells of one. */
export interface FoundPolicy {
  _id: string;
  _seq_no: number;
  _primary_term: number;
  policy: unknown;
}

/** What the server fills in and refuses, or ignores, when it comes back. */
const SERVERS = ['policy_id', 'last_updated_time', 'schema_version', 'user'];

export const recordOf = ({
  _id: id,
  _seq_no,
  _primary_term,
  policy,
}: FoundPolicy): PolicyRecord => {
  const body = policyBody({ policy });
  const known = isRecord(body) ? body : {};
  const { last_updated_time: updated } = known;
  return {
    ...{ id, seq_no: _seq_no, primary_term: _primary_term, body: known },
    ...(typeof updated === 'number' ? { updated_at: updated } : {}),
  };
};

const pathOf = (dialect: Dialect, id: string): string =>
  `${dialect}/policies/${encodeURIComponent(id)}`;

/** @throws WatchkeeperError `not_found` */
export const getPolicy = async (
  cluster: Cluster,
  dialect: Dialect,
  id: string
): Promise<PolicyRecord> => {
  const { status, body } = await cluster.request<FoundPolicy>(
    { method: 'GET', path: pathOf(dialect, id) },
    // Before there is any policy the index of the policies is missing.
    { ignore: [404], timeoutMs: ISM_TIMEOUT }
  );
  if (status === 404) throw notFound('policy', id);
  return recordOf(body);
};

/** An empty list of templates is refused; none at all is taken. */
const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** The document as the server takes it. */
export const withoutServers = (body: PolicyRecord['body']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).filter(
      ([name, value]) => !SERVERS.includes(name) && !(name === 'ism_template' && isEmptyList(value))
    )
  );

const conflict = (id: string, isNew: boolean): WatchkeeperError =>
  new WatchkeeperError(
    'conflict',
    isNew
      ? `There is a policy with the id ${id} already. Choose another id, or open that one.`
      : 'Somebody else has saved this policy meanwhile. Nothing was overwritten: open it again to see what has changed.',
    { id }
  );

/**
 * @throws WatchkeeperError `invalid_input` at the place that the server would refuse, `conflict` where another version
 *   is stored than the one that was opened
 */
export const savePolicy = async (
  cluster: Cluster,
  dialect: Dialect,
  id: string,
  { body, version }: SavePolicy
): Promise<PolicyRecord> => {
  const problems = checkPolicy(body);
  if (problems.length > 0) {
    throw invalidInput(
      problems.map(({ path, ...problem }) => ({ field: ['body', ...path].join('.'), ...problem }))
    );
  }
  const policy = withoutServers(body);
  const { status, body: answer } = await cluster.request<FoundPolicy>(
    {
      method: 'PUT',
      path: pathOf(dialect, id),
      body: { policy },
      ...(version
        ? { query: { if_seq_no: version.seq_no, if_primary_term: version.primary_term } }
        : {}),
    },
    { ignore: [409], timeoutMs: ISM_TIMEOUT }
  );
  if (status === 409) throw conflict(id, version === undefined);
  return recordOf(answer);
};

/** @throws WatchkeeperError `not_found` */
export const deletePolicy = async (
  cluster: Cluster,
  dialect: Dialect,
  id: string
): Promise<void> => {
  const { status } = await cluster.request(
    { method: 'DELETE', path: pathOf(dialect, id) },
    { ignore: [404], timeoutMs: ISM_TIMEOUT }
  );
  if (status === 404) throw notFound('policy', id);
};
