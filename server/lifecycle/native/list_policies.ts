import { WatchkeeperError } from '../../../common/errors';
import type { PolicyRecord } from '../../../common/lifecycle/api';
import type { Cluster } from '../../cluster/types';
import { ISM_TIMEOUT } from './dialect';
import type { Dialect } from './dialect';
import { recordOf } from './policies';
import type { FoundPolicy } from './policies';

/** At once. A cluster has tens of policies; a page is what one request may bring. */
const PAGE = 100;

/** After so many in a row the fault is with the listing, and no longer with single policies. */
const MOST_UNREADABLE = 5;

export interface FoundPolicies {
  policies: PolicyRecord[];
  /** Those that the server itself cannot read, each as a sentence: it does not say which they are. */
  unreadable: string[];
}

interface Page {
  policies: FoundPolicy[];
  total_policies: number;
}

const pageOf = async (
  cluster: Cluster,
  dialect: Dialect,
  from: number,
  size: number
): Promise<Page> => {
  const query = { size, from, sortOrder: 'asc' };
  const request = { method: 'GET', path: `${dialect}/policies`, query } as const;
  return (await cluster.request<Page>(request, { timeoutMs: ISM_TIMEOUT })).body;
};

/**
 * A policy that the server stored and cannot read back has a whole page refused with status 500. Seen on Index
 * Management 3.4 for a transform without aggregations.
 */
const isUnreadable = (error: unknown): error is WatchkeeperError =>
  error instanceof WatchkeeperError &&
  error.code === 'cluster_refused' &&
  error.details?.status === 500;

const tell = (before: PolicyRecord | undefined, { message }: WatchkeeperError): string => {
  const place = before ? `the one that follows “${before.id}” by its id` : 'the first by its id';
  return `A policy cannot be read by the cluster itself, ${place}: ${message}`;
};

/** One by one, so that a policy that the server cannot read does not take the others of its page with it. */
const listSingly = async (
  cluster: Cluster,
  dialect: Dialect,
  found: FoundPolicies
): Promise<FoundPolicies> => {
  let inARow = 0;
  for (let from = found.policies.length; ; from += 1) {
    try {
      const page = await pageOf(cluster, dialect, from, 1);
      found.policies.push(...page.policies.map(recordOf));
      inARow = 0;
      if (page.policies.length === 0 || from + 1 >= page.total_policies) return found;
    } catch (error) {
      inARow += 1;
      if (!isUnreadable(error) || inARow > MOST_UNREADABLE) throw error;
      found.unreadable.push(tell(found.policies[found.policies.length - 1], error));
    }
  }
};

/** Every policy, page by page. */
export const listPolicies = async (cluster: Cluster, dialect: Dialect): Promise<FoundPolicies> => {
  const found: FoundPolicies = { policies: [], unreadable: [] };
  for (;;) {
    try {
      const page = await pageOf(cluster, dialect, found.policies.length, PAGE);
      found.policies.push(...page.policies.map(recordOf));
      const isLast = page.policies.length < PAGE || found.policies.length >= page.total_policies;
      if (isLast) return found;
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      return listSingly(cluster, dialect, found);
    }
  }
};
