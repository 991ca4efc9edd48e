import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiAccordion,
  EuiBadge,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { ActionOutlook } from '../../../../common/monitors/preview_outlook';
import type { ActionResult } from '../../../../common/monitors/run';
import type { Trigger } from '../../../../common/monitors/trigger';
import type { DestinationRecord } from '../../../../common/notifications/api';
import type { MessageIntent } from '../../../../common/notifications/message';
import { labelOfKind } from '../../../notifications/types';
import { destinationName, useDestinations } from '../../destinations';
import { ProblemText } from '../../problem_text';
import { SentMessage } from '../actions/sent_message';
import { resultInWords, silenceInWords } from './outlook_words';

const COLORS: Record<ActionResult['outcome'], string> = {
  queued: 'success',
  held_back: 'hollow',
  error: 'danger',
};

/** Why nothing could arrive, whatever is sent. */
const destinationProblem = (
  destinations: DestinationRecord[] | undefined,
  id: string
): string | undefined => {
  if (!destinations) return undefined;
  if (id === '') {
    return i18n.translate('watchkeeper.preview.noDestinationText', {
      defaultMessage: 'No destination is chosen.',
    });
  }
  const record = destinations.find((one) => one.id === id);
  if (!record) {
    return i18n.translate('watchkeeper.preview.destinationGoneText', {
      defaultMessage: 'The destination does not exist: nothing would arrive.',
    });
  }
  return record.has_secrets
    ? undefined
    : i18n.translate('watchkeeper.preview.destinationMuteText', {
        defaultMessage: 'The destination cannot send: its secrets must be given again.',
      });
};

/** `On call (Webhook)`; the id alone where it is gone. */
const withKind = (destinations: DestinationRecord[] | undefined, id: string): string => {
  const name = destinationName(destinations, id);
  const type = destinations?.find((one) => one.id === id)?.destination.type;
  return type ? `${name} (${labelOfKind(type)})` : name;
};

/** One of the messages at a time. */
const Messages: React.FC<{ id: string; outlook: ActionOutlook }> = ({
  id,
  outlook: { messages },
}) => {
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, messages.length - 1);
  return (
    <div data-test-subj="previewMessage">
      {messages.length > 1 && (
        <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiText size="xs" color="subdued">
              {i18n.translate('watchkeeper.preview.messageNumberText', {
                defaultMessage: 'Message {number} of {count}',
                values: { number: at + 1, count: messages.length },
              })}
            </EuiText>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              size="xs"
              isDisabled={at === 0}
              onClick={() => setWanted(at - 1)}
              data-test-subj="previousMessage"
            >
              {i18n.translate('watchkeeper.preview.previousMessageLabel', {
                defaultMessage: 'Previous',
              })}
            </EuiButtonEmpty>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              size="xs"
              isDisabled={at === messages.length - 1}
              onClick={() => setWanted(at + 1)}
              data-test-subj="nextMessage"
            >
              {i18n.translate('watchkeeper.preview.nextMessageLabel', { defaultMessage: 'Next' })}
            </EuiButtonEmpty>
          </EuiFlexItem>
        </EuiFlexGroup>
      )}
      <SentMessage id={id} message={messages[at]} />
    </div>
  );
};

const Outcomes: React.FC<{ trigger: Trigger; outlook: ActionOutlook }> = ({
  trigger,
  outlook: { results, silence },
}) => (
  <>
    {silence && (
      <EuiText size="s" color="subdued" data-test-subj="actionSilence">
        {silenceInWords(silence, trigger)}
      </EuiText>
    )}
    {results.map((result, index) => (
      <EuiText size="s" key={index} data-test-subj={`actionOutcome-${result.outcome}`}>
        <EuiBadge color={COLORS[result.outcome]}>
          {result.outcome === 'queued'
            ? i18n.translate('watchkeeper.preview.sendsBadge', { defaultMessage: 'sends' })
            : result.outcome === 'held_back'
              ? i18n.translate('watchkeeper.preview.holdsBadge', { defaultMessage: 'holds back' })
              : i18n.translate('watchkeeper.preview.failsBadge', { defaultMessage: 'fails' })}
        </EuiBadge>{' '}
        <span className="eui-textBreakWord">{resultInWords(result)}</span>
      </EuiText>
    ))}
  </>
);

const MOST_SHOWN = 60;

/** What a message begins with, to tell it by. */
const firstLine = ({ subject, message }: MessageIntent): string => {
  const lines = [subject, ...message.split('\n')].map((line) => line.trim());
  const line = lines.find((one) => one !== '') ?? '';
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line;
};

/** What becomes of one action in a run: what goes where, and what is held back, and why. */
export const ActionOutlookView: React.FC<{ trigger: Trigger; outlook: ActionOutlook }> = ({
  trigger,
  outlook,
}) => {
  const { data: destinations } = useDestinations();
  const { action, messages } = outlook;
  const problem = destinationProblem(destinations, action.destination_id);
  return (
    <div data-test-subj="actionOutlook">
      <EuiText size="s">
        {i18n.translate('watchkeeper.preview.actionToText', {
          defaultMessage: '{action}, to {destination}',
          values: {
            action: action.name,
            destination: withKind(destinations, action.destination_id) || '–',
          },
        })}
      </EuiText>
      <Outcomes trigger={trigger} outlook={outlook} />
      {problem && <ProblemText message={problem} />}
      {messages.length > 0 && (
        <>
          <EuiSpacer size="xs" />
          <EuiAccordion
            id={`preview-${trigger.id}-${action.id}`}
            paddingSize="s"
            buttonContent={
              <EuiText size="xs" className="eui-textBreakWord">
                {firstLine(messages[0])}
              </EuiText>
            }
            data-test-subj="showMessages"
          >
            <Messages id={`preview-${trigger.id}-${action.id}`} outlook={outlook} />
          </EuiAccordion>
        </>
      )}
      <EuiSpacer size="s" />
    </div>
  );
};
