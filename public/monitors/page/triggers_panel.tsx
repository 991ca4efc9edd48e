import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCodeBlock,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { DestinationRecord } from '../../../common/notifications/api';
import { scriptedTriggersOf } from '../editor/question';
import type { Action, Monitor, QueryLevelTrigger } from '../../../common/monitors/monitor';
import { throttleMs } from '../../../common/monitors/throttle';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { SeverityBadge } from '../../shared/severity_badge';
import { formatDuration } from '../../shared/time';
import { destinationName, useDestinations } from '../destinations';

const ActionLine: React.FC<{ action: Action; destinations: DestinationRecord[] | undefined }> = ({
  action,
  destinations,
}) => {
  const isGone = destinations?.every(({ id }) => id !== action.destination_id) ?? false;
  return (
    <EuiText size="s" color={isGone ? 'danger' : 'default'}>
      {action.name} →{' '}
      {isGone ? (
        i18n.translate('watchkeeper.monitor.destinationGoneText', {
          defaultMessage: 'a destination that does not exist: nothing is sent',
        })
      ) : (
        <PageLink to={appPaths.destination(action.destination_id)}>
          {destinationName(destinations, action.destination_id)}
        </PageLink>
      )}
      {action.throttle_enabled && action.throttle && (
        <EuiText size="xs" color="subdued" data-test-subj="throttleText">
          {i18n.translate('watchkeeper.monitor.throttleText', {
            defaultMessage: 'At most one message in {length} while an alert lasts',
            values: { length: formatDuration(throttleMs(action)) },
          })}
        </EuiText>
      )}
    </EuiText>
  );
};

const TriggerSummary: React.FC<{ trigger: QueryLevelTrigger }> = ({ trigger }) => {
  const { data: destinations } = useDestinations();
  return (
    <div data-test-subj="triggerSummary">
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
        <EuiFlexItem grow={false}>
          <SeverityBadge severity={trigger.severity} />
        </EuiFlexItem>
        <EuiFlexItem>
          <EuiText size="s">
            <strong>{trigger.name}</strong>
          </EuiText>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="xs" />
      <EuiCodeBlock paddingSize="s" fontSize="s" isCopyable>
        {trigger.condition.script.source}
      </EuiCodeBlock>
      <EuiSpacer size="xs" />
      {trigger.actions.map((action) => (
        <ActionLine key={action.id} action={action} destinations={destinations} />
      ))}
      {trigger.actions.length === 0 && (
        <EuiText size="s" color="subdued">
          {i18n.translate('watchkeeper.monitor.noActionsText', {
            defaultMessage: 'Raises an alert; sends no message.',
          })}
        </EuiText>
      )}
    </div>
  );
};

/** The conditions in the clear, and who is told. */
export const TriggersPanel: React.FC<{ monitor: Monitor }> = ({ monitor }) => {
  const triggers = scriptedTriggersOf(monitor);
  return (
    <EuiPanel>
      <EuiTitle size="s">
        <h2>
          {i18n.translate('watchkeeper.monitor.triggersTitle', { defaultMessage: 'Triggers' })}
        </h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      {triggers.length === 0 && (
        <EuiText size="s" color="subdued">
          {i18n.translate('watchkeeper.monitor.noTriggersText', {
            defaultMessage: 'This monitor only runs its query: it has no trigger.',
          })}
        </EuiText>
      )}
      {triggers.map((trigger, index) => (
        <React.Fragment key={trigger.id}>
          {index > 0 && <EuiSpacer size="m" />}
          <TriggerSummary trigger={trigger} />
        </React.Fragment>
      ))}
    </EuiPanel>
  );
};
