import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGrid } from '@elastic/eui';
import type { DeliveryStory } from '../../../common/notifications/deliveries_api';
import type { Message } from '../../../common/notifications/message';
import { appPaths } from '../../shared/app_paths';
import { Fact } from '../../shared/fact';
import { PageLink } from '../../shared/links';
import { Timestamp } from '../../shared/time';

/** More would push the attempts out of sight. */
const MOST_ALERTS = 5;

/** What tells one alert of a message from the others. */
const alertName = (
  { facts, trigger_name: trigger, alert_ids: ids }: Message,
  id: string
): string => {
  const group = facts?.alerts.find((alert) => alert.id === id)?.group ?? [];
  if (group.length > 0) return group.map(({ value }) => value || '""').join(' · ');
  return ids.length === 1 ? trigger : `${trigger} ${ids.indexOf(id) + 1}`;
};

const Alerts: React.FC<{ message: Message }> = ({ message }) => {
  const { alert_ids: ids } = message;
  return (
    <>
      {ids.slice(0, MOST_ALERTS).map((id) => (
        <div key={id}>
          <PageLink to={appPaths.alert(id)} data-test-subj="deliveryAlert">
            {alertName(message, id)}
          </PageLink>
        </div>
      ))}
      {ids.length > MOST_ALERTS && (
        <PageLink to={appPaths.alertsOfMonitor(message.monitor_id)}>
          {i18n.translate('watchkeeper.deliveries.moreAlertsText', {
            defaultMessage: 'and {count} more',
            values: { count: ids.length - MOST_ALERTS },
          })}
        </PageLink>
      )}
    </>
  );
};

/** What a message is about, where it goes, and when. */
export const DeliveryFacts: React.FC<{ story: DeliveryStory }> = ({
  story: { message, destination_name: destination },
}) => (
  <EuiFlexGrid columns={2} gutterSize="m" responsive={false}>
    <Fact
      title={i18n.translate('watchkeeper.deliveries.fact.destinationLabel', {
        defaultMessage: 'Destination',
      })}
    >
      {destination === undefined ? (
        i18n.translate('watchkeeper.deliveries.fact.goneText', {
          defaultMessage: 'Deleted ({id})',
          values: { id: message.destination_id },
        })
      ) : (
        <PageLink
          to={appPaths.destination(message.destination_id)}
          data-test-subj="deliveryDestination"
        >
          {destination}
        </PageLink>
      )}
    </Fact>
    <Fact
      title={i18n.translate('watchkeeper.deliveries.fact.monitorLabel', {
        defaultMessage: 'Monitor',
      })}
    >
      {message.monitor_id === '' ? (
        message.monitor_name
      ) : (
        <PageLink to={appPaths.monitor(message.monitor_id)} data-test-subj="deliveryMonitor">
          {message.monitor_name}
        </PageLink>
      )}
    </Fact>
    <Fact
      title={i18n.translate('watchkeeper.deliveries.fact.actionLabel', {
        defaultMessage: 'Trigger and action',
      })}
    >
      {[message.trigger_name, message.action_name].filter(Boolean).join(' › ')}
    </Fact>
    <Fact
      title={i18n.translate('watchkeeper.deliveries.fact.alertsLabel', {
        defaultMessage: '{count, plural, one {Alert} other {# alerts}}',
        values: { count: Math.max(1, message.alert_ids.length) },
      })}
    >
      {message.alert_ids.length === 0 ? '–' : <Alerts message={message} />}
    </Fact>
    <Fact
      title={i18n.translate('watchkeeper.deliveries.fact.madeLabel', { defaultMessage: 'Made' })}
    >
      <Timestamp value={message.created_at} />
    </Fact>
    <Fact
      title={i18n.translate('watchkeeper.deliveries.fact.finishedLabel', {
        defaultMessage: 'Finished',
      })}
    >
      <Timestamp value={message.finished_at} />
    </Fact>
  </EuiFlexGrid>
);
