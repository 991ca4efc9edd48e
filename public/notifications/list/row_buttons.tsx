import React from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiSmallButtonIcon, EuiToolTip } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DestinationRecord } from '../../../common/notifications/api';

export interface RowActions {
  mayWrite: boolean;
  onEdit: (record: DestinationRecord) => void;
  onTest: (record: DestinationRecord) => void;
  onDuplicate: (record: DestinationRecord) => void;
  onExport: (record: DestinationRecord) => void;
  onDelete: (record: DestinationRecord) => void;
}

interface RowButton {
  subject: string;
  icon: 'play' | 'pencil' | 'copy' | 'exportAction' | 'trash';
  tooltip: string;
  label: string;
  disabled: boolean;
  onClick: (record: DestinationRecord) => void;
}

const buttonsOf = (
  { destination: { name }, has_secrets: canSend }: DestinationRecord,
  { mayWrite, onTest, onEdit, onDuplicate, onExport, onDelete }: RowActions
): RowButton[] => [
  {
    subject: 'testAction',
    icon: 'play',
    tooltip: i18n.translate('watchkeeper.destinations.testActionTooltip', {
      defaultMessage: 'Send test message',
    }),
    label: i18n.translate('watchkeeper.destinations.testActionAriaLabel', {
      defaultMessage: 'Send a test message to {name}',
      values: { name },
    }),
    disabled: !mayWrite || !canSend,
    onClick: onTest,
  },
  {
    subject: 'editAction',
    icon: 'pencil',
    tooltip: i18n.translate('watchkeeper.destinations.editActionTooltip', {
      defaultMessage: 'Edit',
    }),
    label: i18n.translate('watchkeeper.destinations.editActionAriaLabel', {
      defaultMessage: 'Edit {name}',
      values: { name },
    }),
    disabled: !mayWrite,
    onClick: onEdit,
  },
  {
    subject: 'duplicateAction',
    icon: 'copy',
    tooltip: i18n.translate('watchkeeper.destinations.duplicateActionTooltip', {
      defaultMessage: 'Duplicate, without its secrets',
    }),
    label: i18n.translate('watchkeeper.destinations.duplicateActionAriaLabel', {
      defaultMessage: 'Duplicate {name}, without its secrets',
      values: { name },
    }),
    disabled: !mayWrite,
    onClick: onDuplicate,
  },
  {
    subject: 'exportAction',
    icon: 'exportAction',
    tooltip: i18n.translate('watchkeeper.destinations.exportActionTooltip', {
      defaultMessage: 'Export',
    }),
    label: i18n.translate('watchkeeper.destinations.exportActionAriaLabel', {
      defaultMessage: 'Export {name}',
      values: { name },
    }),
    disabled: false,
    onClick: onExport,
  },
  {
    subject: 'deleteAction',
    icon: 'trash',
    tooltip: i18n.translate('watchkeeper.destinations.deleteActionTooltip', {
      defaultMessage: 'Delete',
    }),
    label: i18n.translate('watchkeeper.destinations.deleteActionAriaLabel', {
      defaultMessage: 'Delete {name}',
      values: { name },
    }),
    disabled: !mayWrite,
    onClick: onDelete,
  },
];

/** What can be done to one destination. All of it is always in sight: the host's tables would hide those after the second. */
export const RowButtons: React.FC<{ record: DestinationRecord; actions: RowActions }> = ({
  record,
  actions,
}) => (
  <EuiFlexGroup gutterSize="xs" responsive={false}>
    {buttonsOf(record, actions).map(({ subject, icon, tooltip, label, disabled, onClick }) => (
      <EuiFlexItem grow={false} key={subject}>
        <EuiToolTip content={tooltip}>
          <EuiSmallButtonIcon
            iconType={icon}
            color={icon === 'trash' ? 'danger' : 'primary'}
            aria-label={label}
            isDisabled={disabled}
            onClick={() => onClick(record)}
            data-test-subj={subject}
          />
        </EuiToolTip>
      </EuiFlexItem>
    ))}
  </EuiFlexGroup>
);
