import React, { useMemo } from 'react';
import { EuiAccordion, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { BODY_SAMPLES, bodyView } from '../../../common/notifications/kinds/body_view';
import { renderTemplate } from '../../../common/notifications/templates/template';
import { isDarkMode } from '../../shared/theme';
import { MailFrame } from '../looks/mail_frame';

/** Undefined while the template does not parse, which is said at the field. */
const renderedOf = (template: string): string | undefined => {
  try {
    const [sample] = BODY_SAMPLES;
    return renderTemplate(template, bodyView(sample), { escape: 'html' });
  } catch {
    return undefined;
  }
};

/** The mail that a template makes of a sample message: rendered by the very code that sends. */
export const HtmlPreview: React.FC<{ template: string }> = ({ template }) => {
  const html = useMemo(() => renderedOf(template), [template]);
  if (html === undefined || template.trim() === '') return null;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiAccordion
        id="watchkeeperHtmlPreview"
        paddingSize="s"
        initialIsOpen
        buttonContent={
          <EuiText size="s">
            {i18n.translate('watchkeeper.destinations.email.previewLabel', {
              defaultMessage: 'The mail for a sample message',
            })}
          </EuiText>
        }
        data-test-subj="htmlPreview"
      >
        <MailFrame html={html} scheme={isDarkMode() ? 'dark' : 'light'} height={260} />
      </EuiAccordion>
    </>
  );
};
