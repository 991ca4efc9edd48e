import type { Alert } from '../../common/alerts/alert';
import { DEAD_FOR } from '../../common/overview/overview';
import { SEVERITIES } from '../../common/monitors/monitor';
import type { Message } from '../../common/notifications/message';
import type { Member } from '../scheduling/lease_store';
import type { HitsOf, OwnSearch } from '../cluster/search_together';

const isOpen = { bool: { must_not: [{ exists: { field: 'end_time' } }] } };

const SHOWN = 5;
export const MOST_LISTED = 10;
const MOST_DESTINATIONS = 50;
const MOST_INSTANCES = 200;
const DAY = 86_400_000;

interface Counted {
  key: string;
  doc_count: number;
}

interface Terms {
  buckets: Counted[];
}

export interface AlertsAnswer extends HitsOf<Alert> {
  aggregations?: {
    states: { buckets: Array<Counted & { severities: Terms }> };
    failing: {
      count: { value: number };
      monitors: {
        buckets: Array<{ key: string; first: HitsOf<Alert> }>;
      };
    };
  };
}

/** Counts by state and severity, what fails, and the newest that fire. */
export const openAlerts: OwnSearch = {
  family: 'alerts',
  body: {
    size: SHOWN,
    track_total_hits: false,
    query: { bool: { filter: [isOpen] } },
    post_filter: { terms: { state: ['active', 'no_data'] } },
    sort: [{ start_time: 'desc' }],
    aggs: {
      states: {
        terms: { field: 'state', size: 10 },
        aggs: { severities: { terms: { field: 'severity', size: SEVERITIES.length } } },
      },
      failing: {
        filter: { term: { state: 'error' } },
        aggs: {
          count: { cardinality: { field: 'monitor_id' } },
          monitors: {
            terms: { field: 'monitor_id', size: MOST_LISTED },
            aggs: {
              first: {
                top_hits: {
                  size: 1,
                  sort: [{ start_time: 'asc' }],
                  _source: ['monitor_name', 'start_time', 'error_message'],
                },
              },
            },
          },
        },
      },
    },
  },
};

export const longestAlerts: OwnSearch = {
  family: 'alerts',
  body: {
    size: SHOWN,
    track_total_hits: false,
    query: { bool: { filter: [isOpen, { terms: { state: ['active', 'no_data'] } }] } },
    sort: [{ start_time: 'asc' }],
  },
};

export interface OutboxAnswer extends HitsOf<Message> {
  aggregations?: {
    dead: { doc_count: number; destinations: Terms };
    waiting: { destinations: { buckets: Array<Counted & { oldest: { value: number | null } }> } };
  };
}

const perDestination = { terms: { field: 'destination_id', size: MOST_DESTINATIONS } };

/** Messages that were given up, and that wait, by destination; with the newest of the dead. */
export const troubledMessages = (now: number): OwnSearch => ({
  family: 'outbox',
  body: {
    size: MOST_DESTINATIONS,
    track_total_hits: false,
    query: {
      bool: {
        filter: [
          { terms: { status: ['dead', 'pending', 'sending'] } },
          { range: { created_at: { gte: now - 7 * DAY } } },
        ],
      },
    },
    post_filter: {
      bool: {
        filter: [{ term: { status: 'dead' } }, { range: { created_at: { gte: now - DEAD_FOR } } }],
      },
    },
    sort: [{ created_at: 'desc' }],
    _source: ['destination_id', 'reason'],
    aggs: {
      dead: {
        filter: {
          bool: {
            filter: [
              { term: { status: 'dead' } },
              { range: { created_at: { gte: now - DEAD_FOR } } },
            ],
          },
        },
        aggs: { destinations: perDestination },
      },
      waiting: {
        filter: { terms: { status: ['pending', 'sending'] } },
        aggs: {
          destinations: { ...perDestination, aggs: { oldest: { min: { field: 'created_at' } } } },
        },
      },
    },
  },
});

export type MembersAnswer = HitsOf<Member>;

export const instances: OwnSearch = {
  family: 'leases',
  body: {
    size: MOST_INSTANCES,
    track_total_hits: false,
    query: { term: { kind: 'member' } },
  },
};
