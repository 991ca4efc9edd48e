import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import type { DestinationRecord } from '../../../common/notifications/api';
import { wrappedTriggersOf } from '../../../common/monitors/monitor';
import type { Action, Monitor } from '../../../common/monitors/monitor';
import { unwrap } from '../../../common/monitors/trigger';
import type { WrappedTrigger } from '../../../common/monitors/trigger';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { SeverityBadge } from '../../shared/severity_badge';
import { scopeInWords, throttleInWords } from '../action_words';
import { destinationName, useDestinations } from '../destinations';
import { policySentences } from '../policy_words';
import { ConditionSummary } from './condition_summary';

const ActionLine: React.FC<{ action: Action; destinations: DestinationRecord[] | undefined }> = ({
  action,
  destinations,
}) => {
  const throttle = throttleInWords(action);
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
      <EuiText size="xs" color="subdued" data-test-subj="scopeText">
        {scopeInWords(action)}
      </EuiText>
      {throttle && (
        <EuiText size="xs" color="subdued" data-test-subj="throttleText">
          {throttle}
        </EuiText>
      )}
      {action.recovery_message_template && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('watchkeeper.monitor.recoveryText', {
            defaultMessage: 'With a text of its own for alerts that have ended',
          })}
        </EuiText>
      )}
    </EuiText>
  );
};

const TriggerSummary: React.FC<{ wrapped: WrappedTrigger; monitor: Monitor }> = ({
  wrapped,
  monitor,
}) => {
  const { data: destinations } = useDestinations();
  const trigger = unwrap(wrapped);
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
      <ConditionSummary wrapped={wrapped} monitor={monitor} />
      <EuiSpacer size="xs" />
      {policySentences(trigger).map((sentence) => (
        <EuiText key={sentence} size="s" data-test-subj="policySentence">
          {sentence}
        </EuiText>
      ))}
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
  const triggers = wrappedTriggersOf(monitor);
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
      {triggers.map((wrapped, index) => (
        <React.Fragment key={unwrap(wrapped).id}>
          {index > 0 && <EuiSpacer size="m" />}
          <TriggerSummary wrapped={wrapped} monitor={monitor} />
        </React.Fragment>
      ))}
    </EuiPanel>
  );
};
