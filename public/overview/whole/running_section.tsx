import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup } from '@elastic/eui';
import type { Overview } from '../../../common/overview/overview';
import { appPaths } from '../../shared/app_paths';
import { formatCount } from '../../shared/numbers';
import { formatDuration } from '../../shared/time';
import { Figure } from './figure';
import { Section } from './section';

/** Beyond this a run counts as late to the eye. Milliseconds. */
const NOTEWORTHY_LAG = 10_000;

/** Whether the runs keep up. */
export const RunningSection: React.FC<{ overview: Overview }> = ({
  overview: { running, monitors },
}) => (
  <Section
    title={i18n.translate('watchkeeper.overview.runningTitle', { defaultMessage: 'Running' })}
    data-test-subj="runningSection"
  >
    <EuiFlexGroup gutterSize="l" wrap responsive={false}>
      <Figure
        value={formatCount(monitors.enabled)}
        description={i18n.translate('watchkeeper.overview.enabledLabel', {
          defaultMessage: 'of {total, plural, one {# monitor} other {# monitors}} enabled',
          values: { total: monitors.total },
        })}
        to={{ ...appPaths.monitors(), path: '/?state=enabled' }}
        subject="enabledMonitors"
      />
      <Figure
        value={formatCount(running.instances)}
        bad={running.instances === 0}
        description={i18n.translate('watchkeeper.overview.instancesLabel', {
          defaultMessage: '{count, plural, one {Live instance} other {Live instances}}',
          values: { count: running.instances },
        })}
        to={appPaths.scheduler()}
        subject="liveInstances"
      />
      <Figure
        value={formatDuration(running.lag)}
        bad={running.lag > NOTEWORTHY_LAG}
        description={i18n.translate('watchkeeper.overview.lagLabel', {
          defaultMessage: 'Longest lag',
        })}
        to={appPaths.scheduler()}
        subject="longestLag"
      />
      <Figure
        value={formatCount(running.late)}
        bad={running.late > 0}
        description={i18n.translate('watchkeeper.overview.lateLabel', {
          defaultMessage: '{count, plural, one {Monitor behind} other {Monitors behind}}',
          values: { count: running.late },
        })}
        to={appPaths.scheduler()}
        subject="lateMonitors"
      />
    </EuiFlexGroup>
  </Section>
);
