import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup } from '@elastic/eui';
import type { Overview } from '../../../common/overview/overview';
import { appPaths } from '../../shared/app_paths';
import { formatCount } from '../../shared/numbers';
import { Figure } from './figure';
import { Section } from './section';

/** Whether messages arrive. */
export const MessagesSection: React.FC<{ overview: Overview }> = ({
  overview: {
    broken: { dead_messages: dead, destinations },
  },
}) => (
  <Section
    title={i18n.translate('watchkeeper.overview.messagesTitle', { defaultMessage: 'Messages' })}
    data-test-subj="messagesSection"
  >
    <EuiFlexGroup gutterSize="l" wrap responsive={false}>
      <Figure
        value={formatCount(dead)}
        bad={dead > 0}
        description={i18n.translate('watchkeeper.overview.deadMessagesLabel', {
          defaultMessage: 'given up in 24 hours',
        })}
        // By when they were given up: they may have been tried for days.
        to={appPaths.deliveriesWhere({ status: 'dead', sort: 'finished_at' })}
        subject="deadMessages"
      />
      <Figure
        value={formatCount(destinations.length)}
        bad={destinations.length > 0}
        description={i18n.translate('watchkeeper.overview.failingDestinationsLabel', {
          defaultMessage:
            '{count, plural, one {destination does} other {destinations do}} not take messages',
          values: { count: destinations.length },
        })}
        to={appPaths.destinationsWhere({ health: 'failing' })}
        subject="failingDestinationCount"
      />
    </EuiFlexGroup>
  </Section>
);
