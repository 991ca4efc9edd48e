import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiLink } from '@elastic/eui';
import { DEFAULT_QUERY_DELAY_SECONDS } from '../../../common/monitors/monitor';
import type { Monitor } from '../../../common/monitors/monitor';
import { formatDuration } from '../../shared/time';
import { catchUpInWords, errorPolicyInWords } from '../policy_words';
import { Tags } from '../tags';
import type { Fact } from './fact_grid';

const Pairs: React.FC<{ pairs: Readonly<Record<string, string>> }> = ({ pairs }) => (
  <>
    {Object.entries(pairs).map(([name, value]) => (
      <div key={name}>
        <strong>{name}</strong>: {value}
      </div>
    ))}
  </>
);

const ownerFacts = ({ tags = [], owner, runbook_url: url }: Monitor): Fact[] => [
  ...(tags.length > 0
    ? [
        {
          id: 'tags',
          label: i18n.translate('watchkeeper.monitor.tagsLabel', { defaultMessage: 'Tags' }),
          value: <Tags tags={tags} />,
        },
      ]
    : []),
  ...(owner
    ? [
        {
          id: 'owner',
          label: i18n.translate('watchkeeper.monitor.ownerLabel', { defaultMessage: 'Owner' }),
          value: owner,
        },
      ]
    : []),
  ...(url
    ? [
        {
          id: 'runbook',
          label: i18n.translate('watchkeeper.monitor.runbookLabel', { defaultMessage: 'Runbook' }),
          value: (
            // The schema lets nothing in but http and https; a raw write may have put anything here.
            <EuiLink href={/^https?:/i.test(url) ? url : undefined} target="_blank" external>
              {url}
            </EuiLink>
          ),
        },
      ]
    : []),
];

const labelFacts = ({ labels, annotations }: Monitor): Fact[] => [
  ...(labels
    ? [
        {
          id: 'labels',
          label: i18n.translate('watchkeeper.monitor.labelsLabel', { defaultMessage: 'Labels' }),
          value: <Pairs pairs={labels} />,
        },
      ]
    : []),
  ...(annotations
    ? [
        {
          id: 'annotations',
          label: i18n.translate('watchkeeper.monitor.annotationsLabel', {
            defaultMessage: 'Annotations',
          }),
          value: <Pairs pairs={annotations} />,
        },
      ]
    : []),
];

const policyFacts = (monitor: Monitor): Fact[] => {
  const { query_delay_seconds: delay, catch_up: catchUp, error_policy: error } = monitor;
  // It begins without one.
  const isHeartbeat = monitor.monitor_type === 'heartbeat_monitor';
  return [
    ...(delay !== DEFAULT_QUERY_DELAY_SECONDS && !(isHeartbeat && delay === 0)
      ? [
          {
            id: 'queryDelay',
            label: i18n.translate('watchkeeper.monitor.queryDelayLabel', {
              defaultMessage: 'Query delay',
            }),
            value: formatDuration(delay * 1000),
          },
        ]
      : []),
    ...(catchUp
      ? [
          {
            id: 'catchUp',
            label: i18n.translate('watchkeeper.monitor.catchUpLabel', {
              defaultMessage: 'Missed runs',
            }),
            value: catchUpInWords(catchUp),
          },
        ]
      : []),
    ...(error
      ? [
          {
            id: 'errorPolicy',
            label: i18n.translate('watchkeeper.monitor.errorPolicyLabel', {
              defaultMessage: 'Failed runs',
            }),
            value: errorPolicyInWords(error),
          },
        ]
      : []),
  ];
};

/** What a monitor says beyond schedule and input: only what is set. */
export const settingsFacts = (monitor: Monitor): Fact[] => [
  ...ownerFacts(monitor),
  ...policyFacts(monitor),
  ...labelFacts(monitor),
];
