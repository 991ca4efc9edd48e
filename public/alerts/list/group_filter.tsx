import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiFlexItem } from '@elastic/eui';
import type { ChangeList, ListState } from './list_state';

/** The value of a group that the list is narrowed to, and how to be rid of it. */
export const GroupFilter: React.FC<{ state: ListState; onChange: ChangeList }> = ({
  state: { group },
  onChange,
}) =>
  group === '' ? null : (
    <EuiFlexItem grow={false}>
      <EuiBadge
        color="hollow"
        iconType="cross"
        iconSide="right"
        iconOnClick={() => onChange({ group: '', page: 1 })}
        iconOnClickAriaLabel={i18n.translate('watchkeeper.alerts.removeGroupAriaLabel', {
          defaultMessage: 'Show all groups',
        })}
        data-test-subj="alertsGroupFilter"
      >
        {i18n.translate('watchkeeper.alerts.groupFilterLabel', {
          defaultMessage: 'Group: {value}',
          values: { value: group },
        })}
      </EuiBadge>
    </EuiFlexItem>
  );
