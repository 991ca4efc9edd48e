import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
  EuiProgress,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiText,
  EuiTitle,
  htmlIdGenerator,
} from '@elastic/eui';
import { ResultsView } from './results_view';
import type { BringStep } from './use_bring';

const TITLE_ID = htmlIdGenerator('watchkeeperBring')();

const Saving: React.FC<{ done: number; of: number }> = ({ done, of }) => (
  <>
    <EuiText size="s" role="status">
      <p>
        {i18n.translate('watchkeeper.takeOver.savingText', {
          defaultMessage: '{done} of {of} are done.',
          values: { done, of },
        })}
      </p>
    </EuiText>
    <EuiProgress
      value={done}
      max={of}
      size="s"
      aria-label={i18n.translate('watchkeeper.takeOver.savingLabel', {
        defaultMessage: 'How many are done',
      })}
    />
  </>
);

/** The frame of what brings monitors here: choose, wait, look at the results. */
export const BringFlyout: React.FC<{
  title: string;
  step: BringStep;
  /** Shown while there is something to choose. */
  children: ReactNode;
  /** The button that goes on from there. */
  action: ReactNode;
  onClose: () => void;
  'data-test-subj': string;
}> = ({ title, step, children, action, onClose, 'data-test-subj': subject }) => (
  <EuiFlyout
    onClose={onClose}
    size="l"
    ownFocus
    aria-labelledby={TITLE_ID}
    data-test-subj={subject}
  >
    <EuiFlyoutHeader hasBorder>
      <EuiTitle size="s">
        <h2 id={TITLE_ID}>{title}</h2>
      </EuiTitle>
    </EuiFlyoutHeader>
    <EuiFlyoutBody>
      {step.kind === 'choose' && children}
      {step.kind === 'saving' && <Saving done={step.done} of={step.of} />}
      {step.kind === 'done' && <ResultsView results={step.results} error={step.error} />}
    </EuiFlyoutBody>
    <EuiFlyoutFooter>
      <EuiFlexGroup justifyContent="spaceBetween" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiSmallButtonEmpty onClick={onClose} data-test-subj="closeBring">
            {step.kind === 'done'
              ? i18n.translate('watchkeeper.takeOver.doneButtonLabel', { defaultMessage: 'Done' })
              : i18n.translate('watchkeeper.takeOver.cancelButtonLabel', {
                  defaultMessage: 'Cancel',
                })}
          </EuiSmallButtonEmpty>
        </EuiFlexItem>
        {step.kind === 'choose' && <EuiFlexItem grow={false}>{action}</EuiFlexItem>}
      </EuiFlexGroup>
    </EuiFlyoutFooter>
  </EuiFlyout>
);

/** Brings as many as are chosen. */
export const BringButton: React.FC<{ count: number; onClick: () => void }> = ({
  count,
  onClick,
}) => (
  <EuiSmallButton fill isDisabled={count === 0} onClick={onClick} data-test-subj="bringButton">
    {i18n.translate('watchkeeper.takeOver.bringButtonLabel', {
      defaultMessage: '{count, plural, =0 {Choose some} one {Bring one here} other {Bring # here}}',
      values: { count },
    })}
  </EuiSmallButton>
);
