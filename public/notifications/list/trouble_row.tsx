import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiSmallButtonEmpty, EuiText } from '@elastic/eui';
import { appPaths } from '../../shared/app_paths';
import { useLinkTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { Timestamp } from '../../shared/time';
import type { DestinationRow } from './list_rows';

export interface TroubleActions {
  onTest: (row: DestinationRow) => void;
  onResend: (row: DestinationRow) => void;
}

const Reason: React.FC<{ row: DestinationRow }> = ({ row: { has_secrets: canSend, status } }) => {
  if (!canSend) {
    return (
      <>
        {i18n.translate('watchkeeper.destinations.trouble.secretsText', {
          defaultMessage:
            'Its secrets are missing: it was imported, or the encryption key has changed. Nothing can be sent until they are given again.',
        })}
      </>
    );
  }
  if (status?.withheld !== undefined) return <>{status.withheld}</>;
  const error = status?.last_error;
  return error ? (
    <>
      <Timestamp value={error.at} />: {error.reason}
    </>
  ) : null;
};

const Buttons: React.FC<{ row: DestinationRow; actions: TroubleActions }> = ({ row, actions }) => {
  const linkTo = useLinkTo();
  const mayWrite = useMay('write');
  const dead = row.status?.dead_last_day ?? 0;
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      {row.has_secrets ? (
        <EuiFlexItem grow={false}>
          <EuiSmallButtonEmpty
            flush="left"
            isDisabled={!mayWrite}
            onClick={() => actions.onTest(row)}
            data-test-subj="troubleTest"
          >
            {i18n.translate('watchkeeper.destinations.trouble.testButtonLabel', {
              defaultMessage: 'Test now',
            })}
          </EuiSmallButtonEmpty>
        </EuiFlexItem>
      ) : (
        <EuiFlexItem grow={false}>
          <EuiSmallButtonEmpty
            flush="left"
            {...linkTo(appPaths.destination(row.id))}
            data-test-subj="troubleSecrets"
          >
            {i18n.translate('watchkeeper.destinations.trouble.secretsButtonLabel', {
              defaultMessage: 'Give the secrets again',
            })}
          </EuiSmallButtonEmpty>
        </EuiFlexItem>
      )}
      {dead > 0 && (
        <>
          <EuiFlexItem grow={false}>
            <EuiSmallButtonEmpty
              {...linkTo(appPaths.deliveriesWhere({ destination_id: row.id, status: 'dead' }))}
              data-test-subj="troubleDead"
            >
              {i18n.translate('watchkeeper.destinations.trouble.deadButtonLabel', {
                defaultMessage:
                  '{count, plural, one {# message was} other {# messages were}} given up in 24 hours',
                values: { count: dead },
              })}
            </EuiSmallButtonEmpty>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiSmallButtonEmpty
              isDisabled={!mayWrite}
              onClick={() => actions.onResend(row)}
              data-test-subj="troubleResend"
            >
              {i18n.translate('watchkeeper.destinations.trouble.resendButtonLabel', {
                defaultMessage: 'Send what was given up again',
              })}
            </EuiSmallButtonEmpty>
          </EuiFlexItem>
        </>
      )}
    </EuiFlexGroup>
  );
};

/** What is wrong with a destination, and the ways to mend it; in the whole width below its row. */
export const TroubleRow: React.FC<{ row: DestinationRow; actions: TroubleActions }> = ({
  row,
  actions,
}) => (
  <div data-test-subj="destinationTrouble">
    <EuiText size="s" color="danger">
      <p className="eui-textBreakWord">
        <Reason row={row} />
      </p>
    </EuiText>
    <Buttons row={row} actions={actions} />
  </div>
);

export const isInTrouble = ({ health }: DestinationRow): boolean =>
  health === 'failing' || health === 'secrets_missing';
