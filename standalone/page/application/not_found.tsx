import { EuiButton, EuiEmptyPrompt, EuiPage, EuiPageBody, EuiPageContent } from '@elastic/eui';
import React from 'react';
import { i18n } from '../i18n';

/** For a path that no app has. */
export function NotFound({ homeHref }: { homeHref: string }) {
  return (
    <EuiPage paddingSize="l" data-test-subj="appNotFoundPageContent">
      <EuiPageBody component="main">
        <EuiPageContent verticalPosition="center" horizontalPosition="center">
          <EuiEmptyPrompt
            iconType="alert"
            iconColor="default"
            title={
              <h2>
                {i18n.translate('standalone.application.notFoundTitle', {
                  defaultMessage: 'Application not found',
                })}
              </h2>
            }
            body={
              <p>
                {i18n.translate('standalone.application.notFoundMessage', {
                  defaultMessage:
                    'There is no application at this address. Go back, or choose one from the menu.',
                })}
              </p>
            }
            actions={
              <EuiButton fill href={homeHref}>
                {i18n.translate('standalone.application.notFoundHomeButtonLabel', {
                  defaultMessage: 'Go to the start page',
                })}
              </EuiButton>
            }
          />
        </EuiPageContent>
      </EuiPageBody>
    </EuiPage>
  );
}
