import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut } from '@elastic/eui';

/** In the place of views that show the states one by one, where the document has none that could be shown so. */
export const NoCards: React.FC = () => (
  <EuiCallOut
    size="s"
    color="warning"
    title={i18n.translate('watchkeeper.lifecycle.states.noCardsTitle', {
      defaultMessage: 'The states cannot be shown as cards: they are no lists of objects',
    })}
    data-test-subj="noCards"
  >
    <p>
      {i18n.translate('watchkeeper.lifecycle.states.noCardsText', {
        defaultMessage: 'Mend them as JSON; the findings say where.',
      })}
    </p>
  </EuiCallOut>
);
