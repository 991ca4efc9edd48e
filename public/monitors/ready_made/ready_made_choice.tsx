import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiAccordion, EuiPanel, EuiSpacer, htmlIdGenerator } from '@elastic/eui';
import { ReadyMadeCards } from './ready_made_cards';

const ACCORDION_ID = htmlIdGenerator('watchkeeperReadyMade')();

/** Ready-made monitors above the form, out of the way until somebody wants one. */
export const ReadyMadeChoice: React.FC = () => (
  <>
    <EuiPanel paddingSize="s">
      <EuiAccordion
        id={ACCORDION_ID}
        buttonContent={i18n.translate('watchkeeper.readyMade.choiceLabel', {
          defaultMessage: 'Ready-made monitors',
        })}
        data-test-subj="readyMadeChoice"
      >
        <EuiSpacer size="s" />
        <ReadyMadeCards />
      </EuiAccordion>
    </EuiPanel>
    <EuiSpacer size="m" />
  </>
);
