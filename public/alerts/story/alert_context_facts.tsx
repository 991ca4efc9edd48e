import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiBadgeGroup, EuiFlexGrid, EuiLink, EuiSpacer } from '@elastic/eui';
import type { Alert } from '../../../common/alerts/alert';
import type { Monitor } from '../../../common/monitors/monitor';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { Fact } from '../../shared/fact';

const Group: React.FC<{ alert: Alert }> = ({ alert }) =>
  alert.group && alert.group.length > 0 ? (
    <Fact
      title={i18n.translate('watchkeeper.alerts.facts.groupTitle', { defaultMessage: 'Group' })}
      data-test-subj="alertGroup"
    >
      {alert.group.map(({ field, value }) => (
        <div key={field}>
          {field}:{' '}
          <PageLink to={appPaths.alertsOfGroup(alert.monitor_id, value)}>
            {value === '' ? '""' : value}
          </PageLink>
        </div>
      ))}
    </Fact>
  ) : null;

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text);

const Text: React.FC<{ text: string }> = ({ text }) =>
  isAddress(text) ? (
    <EuiLink href={text} target="_blank" rel="noreferrer">
      {text}
    </EuiLink>
  ) : (
    <>{text}</>
  );

const Labels: React.FC<{ alert: Alert }> = ({ alert: { labels = {} } }) =>
  Object.keys(labels).length > 0 ? (
    <Fact
      title={i18n.translate('watchkeeper.alerts.facts.labelsTitle', { defaultMessage: 'Labels' })}
      data-test-subj="alertLabels"
    >
      <EuiBadgeGroup gutterSize="xs">
        {Object.entries(labels).map(([name, value]) => (
          <EuiBadge key={name} color="hollow">
            {name}: {value}
          </EuiBadge>
        ))}
      </EuiBadgeGroup>
    </Fact>
  ) : null;

const Annotations: React.FC<{ alert: Alert }> = ({ alert: { annotations = {} } }) => (
  <>
    {Object.entries(annotations).map(([name, value]) => (
      <Fact key={name} title={name} data-test-subj="alertAnnotation">
        <Text text={value} />
      </Fact>
    ))}
  </>
);

const OfMonitor: React.FC<{ monitor: Monitor }> = ({
  monitor: { owner, tags = [], runbook_url: runbook },
}) => (
  <>
    {owner && (
      <Fact
        title={i18n.translate('watchkeeper.alerts.facts.ownerTitle', { defaultMessage: 'Owner' })}
        data-test-subj="alertOwner"
      >
        {owner}
      </Fact>
    )}
    {runbook && (
      <Fact
        title={i18n.translate('watchkeeper.alerts.facts.runbookTitle', {
          defaultMessage: 'Runbook',
        })}
        data-test-subj="alertRunbook"
      >
        <Text text={runbook} />
      </Fact>
    )}
    {tags.length > 0 && (
      <Fact
        title={i18n.translate('watchkeeper.alerts.facts.tagsTitle', { defaultMessage: 'Tags' })}
        data-test-subj="alertTags"
      >
        <EuiBadgeGroup gutterSize="xs">
          {tags.map((tag) => (
            <EuiBadge key={tag}>{tag}</EuiBadge>
          ))}
        </EuiBadgeGroup>
      </Fact>
    )}
  </>
);

const hasAny = (
  { group = [], labels = {}, annotations = {} }: Alert,
  monitor: Monitor | undefined
): boolean =>
  group.length > 0 ||
  Object.keys(labels).length > 0 ||
  Object.keys(annotations).length > 0 ||
  Boolean(monitor?.owner || monitor?.runbook_url || monitor?.tags?.length);

/**
 * What the alert is about, and whom it concerns. Labels and annotations are those of its first moment; owner, tags and
 * runbook those that the monitor has now.
 */
export const AlertContextFacts: React.FC<{ alert: Alert; monitor?: Monitor }> = ({
  alert,
  monitor,
}) =>
  hasAny(alert, monitor) ? (
    <>
      <EuiSpacer size="m" />
      <EuiFlexGrid columns={3} gutterSize="s">
        <Group alert={alert} />
        <Labels alert={alert} />
        {monitor && <OfMonitor monitor={monitor} />}
        <Annotations alert={alert} />
      </EuiFlexGrid>
    </>
  ) : null;
