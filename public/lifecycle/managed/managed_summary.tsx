import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { FAILURE_WORDS } from '../../../common/lifecycle/explain/failures';
import { HEALTHS } from '../../../common/lifecycle/explain/health';
import type { Health } from '../../../common/lifecycle/explain/health';
import { FAILURE_CLASSES } from '../../../common/lifecycle/managed_index';
import type { FailureClass } from '../../../common/lifecycle/managed_index';
import type { ManagedRow } from '../../../common/lifecycle/managed_table/rows';
import { formatCount } from '../../shared/numbers';
import { say } from '../../shared/say';
import { healthLabel } from './health_badge';
import { NO_FILTERS } from './list_state';
import type { ChangeList, ListState } from './list_state';

const COLORS: Partial<Record<Health, string>> = {
  ...{ failed: 'danger', retrying: 'warning', disabled: 'warning' },
};

const Choice: React.FC<{
  label: string;
  count: number;
  color: string;
  isChosen: boolean;
  onClick: () => void;
  'data-test-subj': string;
}> = ({ label, count, color, isChosen, onClick, ...rest }) => (
  <EuiFlexItem grow={false}>
    <EuiBadge
      color={color}
      iconType={isChosen ? 'check' : undefined}
      onClick={onClick}
      onClickAriaLabel={`${label}: ${formatCount(count)}`}
      aria-pressed={isChosen}
      {...rest}
    >
      {label}: {formatCount(count)}
    </EuiBadge>
  </EuiFlexItem>
);

const countBy = <T extends string>(
  rows: readonly ManagedRow[],
  valueOf: (row: ManagedRow) => T | undefined
): ReadonlyMap<T, number> => {
  const counts = new Map<T, number>();
  for (const row of rows) {
    const value = valueOf(row);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
};

/** How all managed indices are, and by what they fail; a click shows those. */
export const ManagedSummary: React.FC<{
  rows: readonly ManagedRow[];
  state: ListState;
  onChange: ChangeList;
}> = ({ rows, state, onChange }) => {
  const healths = countBy(rows, ({ health }) => health);
  const failures = countBy<FailureClass>(rows, ({ failure }) => failure);
  const outdated = rows.filter(({ managed }) => managed.outdated).length;
  const choose = (key: 'health' | 'failure' | 'version', value: string) =>
    onChange({ ...NO_FILTERS, page: 1, [key]: state[key] === value ? '' : value });
  return (
    <div data-test-subj="managedSummary">
      <EuiFlexGroup gutterSize="xs" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiText size="s">
            <strong>
              {i18n.translate('watchkeeper.lifecycle.managed.countText', {
                defaultMessage: '{count, plural, one {# managed index} other {# managed indices}}',
                values: { count: rows.length },
              })}
            </strong>
          </EuiText>
        </EuiFlexItem>
        {HEALTHS.filter((health) => healths.has(health)).map((health) => (
          <Choice
            key={health}
            label={healthLabel(health)}
            count={healths.get(health) ?? 0}
            color={COLORS[health] ?? 'hollow'}
            isChosen={state.health === health}
            onClick={() => choose('health', health)}
            data-test-subj={`summary-${health}`}
          />
        ))}
        {outdated > 0 && (
          <Choice
            label={i18n.translate('watchkeeper.lifecycle.managed.onOlderLabel', {
              defaultMessage: 'On an older version of their policy',
            })}
            count={outdated}
            color="hollow"
            isChosen={state.version === 'outdated'}
            onClick={() => choose('version', 'outdated')}
            data-test-subj="summary-outdated"
          />
        )}
      </EuiFlexGroup>
      {failures.size > 0 && (
        <EuiFlexGroup gutterSize="xs" alignItems="center" responsive={false} wrap>
          <EuiFlexItem grow={false}>
            <EuiText size="s">
              {i18n.translate('watchkeeper.lifecycle.managed.failByText', {
                defaultMessage: 'What fails:',
              })}
            </EuiText>
          </EuiFlexItem>
          {FAILURE_CLASSES.filter((each) => failures.has(each)).map((each) => (
            <Choice
              key={each}
              label={say(FAILURE_WORDS[each].label)}
              count={failures.get(each) ?? 0}
              color="hollow"
              isChosen={state.failure === each}
              onClick={() => choose('failure', each)}
              data-test-subj={`summary-${each}`}
            />
          ))}
        </EuiFlexGroup>
      )}
    </div>
  );
};
