import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiFlexGroup, EuiFlexItem, EuiSmallButton, EuiSpacer } from '@elastic/eui';
import type { Pause } from '../../../common/notifications/deliveries_api';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { usePause, useSetPause } from './pause';
import { useMay } from '../../shared/plugin_status';
import { useTime } from '../../shared/time';

const sinceText = ({ by, since }: Pause, format: (instant: number) => string): string => {
  const at = since === undefined ? '' : format(since);
  return by === undefined
    ? i18n.translate('watchkeeper.pause.sinceText', {
        defaultMessage: 'Since {at}.',
        values: { at },
      })
    : i18n.translate('watchkeeper.pause.byText', {
        defaultMessage: '{by} paused them at {at}.',
        values: { by, at },
      });
};

const untilText = ({ until }: Pause, format: (instant: number) => string): string =>
  until === undefined
    ? i18n.translate('watchkeeper.pause.openEndText', {
        defaultMessage: 'They stay paused until somebody resumes them.',
      })
    : i18n.translate('watchkeeper.pause.untilText', {
        defaultMessage: 'They go out again at {at}.',
        values: { at: format(until) },
      });

const reasonText = (reason: string): string =>
  i18n.translate('watchkeeper.pause.reasonText', {
    defaultMessage: 'Reason: {reason}',
    values: { reason },
  });

const waitingText = (count: number): string =>
  i18n.translate('watchkeeper.pause.waitingText', {
    defaultMessage:
      '{count, plural, =0 {No message waits} one {# message waits} other {# messages wait}}',
    values: { count },
  });

const Resume: React.FC = () => {
  const mayWrite = useMay('write');
  const { mutate, isLoading } = useSetPause();
  return (
    <EuiSmallButton
      color="warning"
      iconType="play"
      isLoading={isLoading}
      isDisabled={!mayWrite}
      onClick={() => mutate({ paused: false })}
      data-test-subj="resumeNotifications"
    >
      {i18n.translate('watchkeeper.pause.resumeButtonLabel', {
        defaultMessage: 'Resume notifications',
      })}
    </EuiSmallButton>
  );
};

/** Stands above every page while nothing is sent: who wanted that, why, until when, and what it holds up. */
export const PauseBanner: React.FC = () => {
  const pause = usePause();
  const { format } = useTime();
  if (!pause?.paused) return null;
  return (
    <>
      <EuiCallOut
        size="s"
        color="warning"
        iconType="pause"
        title={i18n.translate('watchkeeper.pause.title', {
          defaultMessage: 'All notifications are paused',
        })}
        role="status"
        data-test-subj="pauseBanner"
      >
        <EuiFlexGroup
          gutterSize="m"
          alignItems="center"
          justifyContent="spaceBetween"
          responsive={false}
          wrap
        >
          <EuiFlexItem style={{ minWidth: 240 }}>
            {/* No paragraph: as the last of its callout it would have room below it. */}
            <div className="eui-textBreakWord">
              {sinceText(pause, format)} {untilText(pause, format)}{' '}
              <PageLink
                to={appPaths.deliveriesWhere({ status: 'pending' })}
                color="text"
                data-test-subj="pausedWaiting"
              >
                <u>{waitingText(pause.waiting)}</u>
              </PageLink>
              {'.'}
              {pause.reason && (
                <>
                  <br />
                  {reasonText(pause.reason)}
                </>
              )}
            </div>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <Resume />
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiCallOut>
      <EuiSpacer size="s" />
    </>
  );
};
