import { OPEN_STATES } from '../../common/alerts/alert';
import type { AlertsQuery } from '../../common/alerts/api';
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

/** The filter of a search for the alerts that a list asks for. */
export const alertFilter = ({
  state,
  severity,
  monitor_id,
  trigger_id,
  group,
  search,
}: AlertsQuery): object[] => [
  ...stateClauses(state),
  ...(severity ? [{ term: { severity } }] : []),
  ...(monitor_id ? [{ term: { monitor_id } }] : []),
  ...(trigger_id ? [{ term: { trigger_id } }] : []),
  ...(group ? [{ term: { 'group.value': group } }] : []),
  ...(search?.trim() ? [searchClause(search.trim())] : []),
];
