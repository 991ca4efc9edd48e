import React, { useMemo } from 'react';
import { EuiAccordion, EuiCodeBlock, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { BODY_SAMPLES } from '../../../common/notifications/kinds/body_view';
import { renderBody } from '../../../common/notifications/kinds/webhook_body';

/** The body as sending renders it; undefined while the template does not parse, which is said at the field. */
const renderedOf = (template: string): string | undefined => {
  try {
    const [sample] = BODY_SAMPLES;
    return renderBody(template, sample).body;
  } catch {
    return undefined;
  }
};

/** What a receiver would get for a sample message: rendered by the very code that sends. */
export const BodyPreview: React.FC<{ template: string }> = ({ template }) => {
  const rendered = useMemo(() => renderedOf(template), [template]);
  if (rendered === undefined) return null;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiAccordion
        id="watchkeeperBodyPreview"
        paddingSize="s"
        buttonContent={
          <EuiText size="s">
            {i18n.translate('watchkeeper.destinations.webhook.previewLabel', {
              defaultMessage: 'What would be sent for a sample message',
            })}
          </EuiText>
        }
        data-test-subj="bodyPreview"
      >
        <EuiCodeBlock language="json" paddingSize="s" fontSize="s" whiteSpace="pre-wrap">
          {rendered}
        </EuiCodeBlock>
      </EuiAccordion>
    </>
  );
};
