import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiSmallButton, EuiText } from '@elastic/eui';
import type { MonitorSummary } from '../../../common/monitors/api';
import { useMay } from '../../shared/plugin_status';
import { TagsPopover } from './tags_popover';
import { useBulk } from './use_bulk';
import type { Progress } from './use_bulk';

const openOf = ({ active_alerts: active, no_data_alerts: noData }: MonitorSummary): number =>
  active + noData;

const stateText = (count: number, progress: Progress | undefined): string =>
  progress
    ? i18n.translate('watchkeeper.bulk.progressText', {
        defaultMessage: '{done} of {of}',
        values: { done: progress.done, of: progress.of },
      })
    : i18n.translate('watchkeeper.bulk.selectedText', {
        defaultMessage: '{count} selected',
        values: { count },
      });

/** What can be done to the selected monitors at once. */
export const BulkActions: React.FC<{
  selected: readonly MonitorSummary[];
  /** Of all monitors, to choose from. */
  tags: readonly string[];
}> = ({ selected, tags }) => {
  const { progress, run, remove, acknowledge } = useBulk();
  const mayWrite = useMay('write');
  const mayAcknowledge = useMay('acknowledge');
  const isBusy = progress !== undefined;
  const disabled = !mayWrite || isBusy;
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap alignItems="center">
      <EuiFlexItem grow={false}>
        <EuiText size="s" role="status" data-test-subj="bulkState">
          {stateText(selected.length, progress)}
        </EuiText>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButton
          isDisabled={disabled || selected.every(({ enabled }) => enabled)}
          onClick={() => void run(selected, 'enable')}
          data-test-subj="bulkEnableButton"
        >
          {i18n.translate('watchkeeper.monitors.enableButtonLabel', { defaultMessage: 'Enable' })}
        </EuiSmallButton>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButton
          isDisabled={disabled || selected.every(({ enabled }) => !enabled)}
          onClick={() => void run(selected, 'disable')}
          data-test-subj="bulkDisableButton"
        >
          {i18n.translate('watchkeeper.monitors.disableButtonLabel', { defaultMessage: 'Disable' })}
        </EuiSmallButton>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButton
          iconType="check"
          isDisabled={!mayAcknowledge || isBusy || selected.every((one) => openOf(one) === 0)}
          onClick={() => void acknowledge(selected)}
          data-test-subj="bulkAcknowledgeButton"
        >
          {i18n.translate('watchkeeper.bulk.acknowledgeButtonLabel', {
            defaultMessage: 'Acknowledge alerts',
          })}
        </EuiSmallButton>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <TagsPopover
          known={tags}
          isDisabled={disabled}
          onAdd={(chosen) => void run(selected, 'add_tags', chosen)}
          onRemove={(chosen) => void run(selected, 'remove_tags', chosen)}
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButton
          color="danger"
          iconType="trash"
          isDisabled={disabled}
          onClick={() => void remove(selected)}
          data-test-subj="bulkDeleteButton"
        >
          {i18n.translate('watchkeeper.monitors.deleteButtonLabel', { defaultMessage: 'Delete' })}
        </EuiSmallButton>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};
