import React, { useMemo } from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { knowsDark, previewHtml } from '../../../common/notifications/email/preview_html';

export type MailScheme = 'light' | 'dark';

const LOADS_IMAGES = /<img\b/i;

/**
 * HTML as a mail program shows it. The frame is sandboxed: nothing in it runs, submits or navigates, and it has an origin
 * of its own.
 */
export const MailFrame: React.FC<{ html: string; scheme: MailScheme; height?: number }> = ({
  html,
  scheme,
  height = 380,
}) => {
  const shown = useMemo(() => previewHtml(html, scheme), [html, scheme]);
  // What says nothing of the dark is shown on white by most programs.
  const dark = scheme === 'dark' && knowsDark(html);
  return (
    <>
      <iframe
        sandbox=""
        srcDoc={shown}
        title={i18n.translate('watchkeeper.destinations.email.frameTitle', {
          defaultMessage: 'The mail as it will look',
        })}
        style={{
          ...{ display: 'block', width: '100%', height, resize: 'vertical', border: 0 },
          // The paper of a mail, which has the colours of no theme.
          background: dark ? '#141519' : '#ffffff',
        }}
        data-test-subj="mailFrame"
      />
      {LOADS_IMAGES.test(html) && (
        <EuiText size="xs" color="subdued" data-test-subj="lookNote">
          {i18n.translate('watchkeeper.destinations.email.imagesText', {
            defaultMessage: 'Images of other servers are not loaded here.',
          })}
        </EuiText>
      )}
    </>
  );
};
