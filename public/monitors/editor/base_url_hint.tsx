import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiCode, EuiSpacer } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import { actionsOf } from '../../../common/monitors/monitor';
import type { Monitor } from '../../../common/monitors/monitor';
import { usePluginStatus } from '../../shared/plugin_status';

const LINK = /\{\{\{?\s*[^}]*\b(alert|monitor)\.url\b/;

/** Whether a message of the monitor holds a link to a page of ours. */
export const linksToPages = (monitor: Monitor): boolean =>
  actionsOf(monitor).some((action) =>
    [action.message_template?.source ?? '', action.subject_template?.source ?? ''].some((text) =>
      LINK.test(text)
    )
  );

/** Messages that link to an alert have an empty place there, as long as nobody has said where these pages are. */
export const BaseUrlHint: React.FC<{ draft: Monitor }> = ({ draft }) => {
  const status = usePluginStatus().data;
  if (!status || status.public_base_url !== undefined || !linksToPages(draft)) return null;
  return (
    <>
      <EuiCallOut
        size="s"
        iconType="link"
        title={i18n.translate('watchkeeper.editor.baseUrlTitle', {
          defaultMessage: 'The links in messages stay empty',
        })}
        data-test-subj="baseUrlHint"
      >
        <FormattedMessage
          id="watchkeeper.editor.baseUrlText"
          defaultMessage="Set {setting} in the configuration to the address by which people reach these pages."
          values={{ setting: <EuiCode>opensearch_watchkeeper.public_base_url</EuiCode> }}
        />
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
};
