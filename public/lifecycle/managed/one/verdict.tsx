import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut } from '@elastic/eui';
import type { Explanation } from '../../../../common/lifecycle/explain/explain_index';
import { FAILURE_WORDS } from '../../../../common/lifecycle/explain/failures';
import type { Health } from '../../../../common/lifecycle/explain/health';
import type { ManagedIndex } from '../../../../common/lifecycle/managed_index';
import type { TimedEvent } from '../../../../common/lifecycle/simulate/timeline';
import { say } from '../../../shared/say';
import { useTime } from '../../../shared/time';
import { eventText } from '../../simulation/event_words';
import { useSaid } from '../../../shared/said';
import { retriesText, useNextCheck } from '../why';

const LOOKS: Readonly<
  Record<Health, { color: 'danger' | 'warning' | 'primary' | 'success'; iconType: string }>
> = {
  failed: { color: 'danger', iconType: 'alert' },
  retrying: { color: 'warning', iconType: 'refresh' },
  disabled: { color: 'warning', iconType: 'offline' },
  not_begun: { color: 'primary', iconType: 'clock' },
  running: { color: 'primary', iconType: 'play' },
  waiting: { color: 'primary', iconType: 'clock' },
  completed: { color: 'success', iconType: 'check' },
};

const DISABLED_REMEDY = (): string =>
  i18n.translate('watchkeeper.lifecycle.managed.disabledRemedy', {
    defaultMessage:
      'Look whether Index State Management is switched on (plugins.index_state_management.enabled). If it is, remove the policy from the index and apply it anew.',
  });

const useExpected = () => {
  const { format, relative } = useTime();
  return (event: TimedEvent): string =>
    i18n.translate('watchkeeper.lifecycle.managed.expectedText', {
      defaultMessage:
        '{certainty, select, estimated {As it grows, expected } other {Expected }}around {at} ({relative}): {what}.',
      values: {
        ...{ certainty: event.certainty, what: withoutStop(eventText(event)) },
        ...{ at: format(event.when.expected), relative: relative(event.when.expected) },
      },
    });
};

/** What the engine says may end with a full stop of its own. */
const withoutStop = (text: string): string => text.replace(/\.$/, '');

const isTimed = ({ kind }: TimedEvent): boolean => kind !== 'waiting' && kind !== 'cycle';

/** Why the index is where it is, what comes next, and what mends it where it fails. */
export const Verdict: React.FC<{
  managed: ManagedIndex;
  explanation: Explanation;
  /** The next thing that happens by itself. */
  next?: TimedEvent;
}> = ({ managed, explanation: { health, sentence, failure, next_check: check }, next }) => {
  const { said } = useSaid();
  const nextCheck = useNextCheck();
  const expected = useExpected();
  const facts = [
    ...(failure ? [retriesText(failure, health === 'failed')] : []),
    ...(check ? [nextCheck(check, failure !== undefined)] : []),
    ...(next && !failure && isTimed(next) ? [expected(next)] : []),
  ];
  return (
    <div aria-live="polite">
      <EuiCallOut {...LOOKS[health]} title={said(sentence)} data-test-subj="managedVerdict">
        {facts.length > 0 && <p data-test-subj="managedNext">{facts.join(' ')}</p>}
        {failure && (
          <>
            {managed.message !== undefined && (
              <p className="eui-textBreakWord">
                {i18n.translate('watchkeeper.lifecycle.managed.engineSaysText', {
                  defaultMessage: 'The engine says: {message}',
                  values: { message: managed.message },
                })}
                {managed.cause !== undefined && (
                  <>
                    <br />
                    {i18n.translate('watchkeeper.lifecycle.managed.causeText', {
                      defaultMessage: 'Cause: {cause}',
                      values: { cause: managed.cause },
                    })}
                  </>
                )}
              </p>
            )}
            <p data-test-subj="managedRemedy">
              <strong>
                {i18n.translate('watchkeeper.lifecycle.managed.remedyLabel', {
                  defaultMessage: 'What mends it:',
                })}
              </strong>{' '}
              {say(FAILURE_WORDS[failure.class].remedy)}
            </p>
          </>
        )}
        {health === 'disabled' && <p>{DISABLED_REMEDY()}</p>}
      </EuiCallOut>
    </div>
  );
};
