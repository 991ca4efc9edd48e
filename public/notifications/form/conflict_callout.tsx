import React from 'react';
import { EuiCallOut, EuiFlexGroup, EuiFlexItem, EuiSmallButton } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DestinationRecord } from '../../../common/notifications/api';
import type { Destination } from '../../../common/notifications/destination';
import { useTime } from '../../shared/time';

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? '');

/** What differs in the visible part, field by field. */
export const differencesOf = (before: Destination, after: Destination) => {
  const old: Record<string, unknown> = before;
  const now: Record<string, unknown> = after;
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .map((field) => ({ field, before: shown(old[field]), after: shown(now[field]) }));
};

const Differences: React.FC<{ before: Destination; after: Destination }> = ({ before, after }) => {
  const differences = differencesOf(before, after);
  if (differences.length === 0) {
    return (
      <p>
        {i18n.translate('watchkeeper.destinations.conflict.onlySecretsText', {
          defaultMessage: 'Nothing visible was changed: only secrets were.',
        })}
      </p>
    );
  }
  return (
    <ul>
      {differences.map(({ field, before: was, after: is }) => (
        <li key={field} className="eui-textBreakWord">
          {i18n.translate('watchkeeper.destinations.conflict.differenceText', {
            defaultMessage: '{field}: “{was}” is now “{is}”',
            values: { field: field.replace(/_/g, ' '), was, is },
          })}
        </li>
      ))}
    </ul>
  );
};

/** Somebody else saved first. Nothing is lost: the form still holds what was typed. */
export const ConflictCallout: React.FC<{
  opened: DestinationRecord;
  latest: DestinationRecord;
  isSaving: boolean;
  onOverwrite: () => void;
  onReload: () => void;
}> = ({ opened, latest, isSaving, onOverwrite, onReload }) => {
  const { format } = useTime();
  return (
    <EuiCallOut
      color="warning"
      iconType="alert"
      role="alert"
      title={i18n.translate('watchkeeper.destinations.conflict.title', {
        defaultMessage: 'Somebody else saved this destination at {time}, after you opened it',
        values: { time: format(latest.updated_at) },
      })}
      data-test-subj="conflict"
    >
      <p>
        {i18n.translate('watchkeeper.destinations.conflict.text', {
          defaultMessage: 'Nothing was overwritten, and your changes are still in the form below.',
        })}
      </p>
      <Differences before={opened.destination} after={latest.destination} />
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiSmallButton
            color="warning"
            isLoading={isSaving}
            onClick={onOverwrite}
            data-test-subj="conflictOverwrite"
          >
            {i18n.translate('watchkeeper.destinations.conflict.overwriteButtonLabel', {
              defaultMessage: 'Save mine over it',
            })}
          </EuiSmallButton>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiSmallButton onClick={onReload} data-test-subj="conflictReload">
            {i18n.translate('watchkeeper.destinations.conflict.reloadButtonLabel', {
              defaultMessage: 'Discard mine and open theirs',
            })}
          </EuiSmallButton>
        </EuiFlexItem>
      </EuiFlexGroup>
    </EuiCallOut>
  );
};
