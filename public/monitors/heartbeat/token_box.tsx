import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiCopy,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiCompressedFieldText,
  EuiSmallButton,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { HeartbeatRecord } from '../../../common/monitors/heartbeat/api';
import { useConfirm } from '../../shared/confirm';
import { useMay } from '../../shared/plugin_status';
import { Timestamp } from '../../shared/time';
import { useToasts } from '../../shared/toasts';
import { CallerLines } from './caller_lines';
import { useMakeToken, usePingUrl } from './heartbeat_api';

/** Stands where only its hash is known. */
const UNKNOWN_TOKEN = 'TOKEN';

const replaceQuestion = () => ({
  title: i18n.translate('watchkeeper.heartbeat.replaceTitle', {
    defaultMessage: 'Replace the URL?',
  }),
  text: i18n.translate('watchkeeper.heartbeat.replaceText', {
    defaultMessage:
      'Pings to the present URL are refused from then on. Whoever calls it needs the new one.',
  }),
  confirmLabel: i18n.translate('watchkeeper.heartbeat.replaceButtonLabel', {
    defaultMessage: 'Replace URL',
  }),
  danger: true,
});

const useToken = (id: string, isThere: boolean) => {
  const make = useMakeToken(id);
  const confirm = useConfirm();
  const toasts = useToasts();
  const [token, setToken] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const onMake = async () => {
    if (isThere && !(await confirm(replaceQuestion()))) return;
    setBusy(true);
    try {
      setToken(await make());
    } catch (error) {
      toasts.failure(
        i18n.translate('watchkeeper.heartbeat.makeFailedTitle', {
          defaultMessage: 'The URL was not made',
        }),
        error
      );
    } finally {
      setBusy(false);
    }
  };
  return { token, isBusy, onMake };
};

/** The one time that it is shown. */
const FreshUrl: React.FC<{ url: string }> = ({ url }) => {
  const label = i18n.translate('watchkeeper.heartbeat.urlLabel', { defaultMessage: 'Ping URL' });
  return (
    <EuiCallOut
      size="s"
      color="success"
      iconType="check"
      title={i18n.translate('watchkeeper.heartbeat.shownOnceTitle', {
        defaultMessage: 'Copy the URL now: it is not shown again',
      })}
    >
      <EuiFlexGroup gutterSize="s" alignItems="flexEnd" responsive={false}>
        <EuiFlexItem>
          <EuiFormRow fullWidth display="rowCompressed" label={label}>
            <EuiCompressedFieldText fullWidth readOnly value={url} data-test-subj="heartbeatUrl" />
          </EuiFormRow>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiCopy textToCopy={url}>
            {(copy) => (
              <EuiSmallButton onClick={copy} iconType="copy" data-test-subj="copyHeartbeatUrl">
                {i18n.translate('watchkeeper.heartbeat.copyButtonLabel', {
                  defaultMessage: 'Copy',
                })}
              </EuiSmallButton>
            )}
          </EuiCopy>
        </EuiFlexItem>
      </EuiFlexGroup>
    </EuiCallOut>
  );
};

const MadeText: React.FC<{ made: NonNullable<HeartbeatRecord['token']> }> = ({ made }) => (
  <EuiText size="s" color="subdued">
    {i18n.translate('watchkeeper.heartbeat.madeText', {
      defaultMessage: 'The URL was made{by, select, none {} other { by {by}}}:',
      values: { by: made.made_by ?? 'none' },
    })}{' '}
    <Timestamp value={made.made_at} />
  </EuiText>
);

const NoneText: React.FC = () => (
  <EuiText size="s">
    {i18n.translate('watchkeeper.heartbeat.noneText', {
      defaultMessage:
        'It has no URL yet, so nobody can ping it. An imported heartbeat comes without one, too.',
    })}
  </EuiText>
);

/** The URL of a heartbeat: made and replaced here, and shown once; below it, lines that call it. */
export const TokenBox: React.FC<{ id: string; made: HeartbeatRecord['token'] }> = ({
  id,
  made,
}) => {
  const base = usePingUrl();
  const mayWrite = useMay('write');
  const { token, isBusy, onMake } = useToken(id, made !== undefined);
  const shown = token ?? UNKNOWN_TOKEN;
  return (
    <>
      <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false}>
        <EuiFlexItem>{made ? <MadeText made={made} /> : <NoneText />}</EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiSmallButton
            fill={!made}
            isLoading={isBusy}
            isDisabled={!mayWrite}
            onClick={() => void onMake()}
            data-test-subj="makeHeartbeatUrl"
          >
            {made
              ? i18n.translate('watchkeeper.heartbeat.replaceButtonLabel', {
                  defaultMessage: 'Replace URL',
                })
              : i18n.translate('watchkeeper.heartbeat.makeButtonLabel', {
                  defaultMessage: 'Make URL',
                })}
          </EuiSmallButton>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      <div aria-live="polite">{token !== undefined && <FreshUrl url={`${base}/${token}`} />}</div>
      <EuiSpacer size="s" />
      <CallerLines address={{ base, token: shown }} />
    </>
  );
};
