import { OPEN_STATES } from '../../common/alerts/alert';
import type { AlertsQuery } from '../../common/alerts/api';
import { instantOf } from '../../common/time_range';
import type { Span } from '../../common/time_range';
import { contains } from '../cluster/wildcard';

const ENDED = { exists: { field: 'end_time' } };

/** Of alerts that have not ended. An acknowledged one may have: then it stood for something that had happened. */
export const isOpenClause: object = { bool: { must_not: [ENDED] } };

const OPEN: ReadonlySet<string> = new Set(OPEN_STATES);

const stateClauses = (state: AlertsQuery['state']): object[] => {
  switch (state) {
    case 'all':
      return [];
    case 'open':
      return [isOpenClause];
    case 'past':
      return [ENDED];
    default:
      return [{ term: { state } }, ...(OPEN.has(state) ? [isOpenClause] : [])];
  }
};

const SEARCHED = ['monitor_name', 'trigger_name', 'acknowledged_by', 'group.value'];

const searchClause = (text: string): object => ({
  bool: {
    should: [...SEARCHED.map((field) => contains(field, text)), { match: { error_message: text } }],
    minimum_should_match: 1,
  },
});

/** The ends of the time that is asked for, epoch milliseconds; of an end that is not given, nothing. */
export const rangeOf = (
  { from, to }: Pick<AlertsQuery, 'from' | 'to'>,
  now: number
): Partial<Span> => {
  const [start, end] = [from, to].map((text) =>
    text === undefined ? undefined : instantOf(text, now)
  );
  return {
    ...(start === undefined ? {} : { from: start }),
    ...(end === undefined ? {} : { to: end }),
  };
};

/** Of alerts that had not ended by then. */
export const notEndedBy = (instant: number): object => ({
  bool: { must_not: [{ range: { end_time: { lt: instant } } }] },
});

const timeClauses = ({ from, to }: Partial<Span>): object[] => [
  ...(to === undefined ? [] : [{ range: { start_time: { lte: to } } }]),
  ...(from === undefined ? [] : [notEndedBy(from)]),
];

const FIELDS = [
  ['severity', 'severity'],
  ['monitor_id', 'monitor_id'],
  ['trigger_id', 'trigger_id'],
  ['group', 'group.value'],
  ['tag', 'tags'],
  ['owner', 'owner'],
] as const;

/** The filter of a search for the alerts that a list asks for. */
export const alertFilter = (query: AlertsQuery, now: number): object[] => {
  const { state, search } = query;
  const exact = FIELDS.flatMap(([name, field]) =>
    query[name] ? [{ term: { [field]: query[name] } }] : []
  );
  return [
    ...stateClauses(state),
    ...exact,
    ...timeClauses(rangeOf(query, now)),
    ...(search?.trim() ? [searchClause(search.trim())] : []),
  ];
};
