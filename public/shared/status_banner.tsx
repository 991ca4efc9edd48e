import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import type { PluginStatus } from '../../common/status';
import { toApiError } from './api_client';
import { usePluginStatus } from './plugin_status';
import { useTime } from './time';

/** Something that every page must say. */
export interface Notice {
  id: string;
  color: 'danger' | 'warning';
  title: string;
  lines: string[];
}

const unreachable = (reason: string, since: string): Notice => ({
  id: 'clusterUnreachable',
  color: 'danger',
  title: i18n.translate('watchkeeper.status.unreachableTitle', {
    defaultMessage: 'The cluster cannot be reached since {since}',
    values: { since },
  }),
  lines: [
    reason,
    i18n.translate('watchkeeper.status.unreachableText', {
      defaultMessage: 'No monitor runs until it answers again; then they go on by themselves.',
    }),
  ],
});

const noKey = (): Notice => ({
  id: 'noEncryptionKey',
  color: 'warning',
  title: i18n.translate('watchkeeper.status.noKeyTitle', {
    defaultMessage: 'Destinations cannot be saved: there is no encryption key',
  }),
  lines: [
    i18n.translate('watchkeeper.status.noKeyText', {
      defaultMessage:
        'Set {setting} to at least 32 random characters, in the keystore or the configuration of every instance, and restart.',
      values: { setting: 'opensearch_watchkeeper.encryption_key' },
    }),
  ],
});

const notScheduling = (problem: string): Notice => ({
  id: 'schedulerProblem',
  color: 'danger',
  title: i18n.translate('watchkeeper.status.schedulerTitle', {
    defaultMessage: 'No monitor runs on this instance',
  }),
  lines: [problem],
});

const toMend = (problems: string[]): Notice => ({
  id: 'problems',
  color: 'warning',
  title: i18n.translate('watchkeeper.status.problemsTitle', {
    defaultMessage:
      '{count, plural, one {Something needs} other {# things need}} the attention of an operator',
    values: { count: problems.length },
  }),
  lines: problems,
});

/** What of a status must be said on every page. */
export const noticesOf = (
  status: PluginStatus,
  formatTime: (instant: number) => string
): Notice[] => [
  ...(status.cluster.reachable
    ? []
    : [unreachable(status.cluster.reason, formatTime(status.cluster.since))]),
  ...(status.scheduler.problem && status.cluster.reachable
    ? [notScheduling(status.scheduler.problem)]
    : []),
  ...(status.encryption_key ? [] : [noKey()]),
  ...(status.problems.length > 0 ? [toMend(status.problems)] : []),
];

const noAnswer = (error: unknown): Notice => ({
  id: 'noAnswer',
  color: 'danger',
  title: i18n.translate('watchkeeper.status.noAnswerTitle', {
    defaultMessage: 'The server does not answer; what is shown may be old',
  }),
  lines: [toApiError(error).message],
});

/** Stands above every page while something is wrong with Watchkeeper as a whole. */
export const StatusBanner: React.FC = () => {
  const { data, error } = usePluginStatus();
  const { format } = useTime();
  const notices = error ? [noAnswer(error)] : data ? noticesOf(data, format) : [];
  return (
    <>
      {notices.map(({ id, color, title, lines }) => (
        <React.Fragment key={id}>
          <EuiCallOut
            size="s"
            color={color}
            iconType="alert"
            title={title}
            role="alert"
            data-test-subj={id}
          >
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </EuiCallOut>
          <EuiSpacer size="s" />
        </React.Fragment>
      ))}
    </>
  );
};
