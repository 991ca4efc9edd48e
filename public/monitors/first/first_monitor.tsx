import React, { useCallback, useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { Monitor } from '../../../common/monitors/monitor';
import { missingAnswers } from '../../../common/monitors/ready_made/answers';
import type { ReadyMade } from '../../../common/monitors/ready_made/answers';
import type { ApiError } from '../../shared/api_client';
import { useUnsavedGuard } from '../../shared/unsaved_guard';
import { useBackTestSummary } from '../back_test/use_back_test_summary';
import { useDestinations } from '../destinations';
import { newId } from '../editor/new_ids';
import { newMonitor } from '../editor/new_monitor';
import { readyMadeWords } from '../ready_made/words';
import type { DestinationChoice } from './destination_choice';
import { DestinationPanel } from './destination_panel';
import { FirstBar } from './first_bar';
import { firstDraft, firstName } from './first_draft';
import { FamiliesError, NoIndices } from './no_indices';
import { NowAndToday, PAST_HOURS } from './now_and_today';
import { QuestionChart } from './question_chart';
import { QuestionSentence } from './question_sentence';
import { TestMessage } from './test_message';
import { useAnswers } from './use_answers';
import { useCreateFirst } from './use_create_first';

/** Stands where the answers do not make a monitor yet; it is asked nothing. */
const NOTHING = newMonitor();

/** Ids that stay while the answers change: what is shown is then the same monitor. */
const useStableIds = (): (() => () => string) => {
  const [ids] = useState<string[]>([]);
  return useCallback(() => {
    let next = 0;
    return () => (ids[next++] ??= newId());
  }, [ids]);
};

const Refusal: React.FC<{ error: ApiError }> = ({ error }) => (
  <>
    <EuiCallOut
      size="s"
      color="danger"
      iconType="alert"
      role="alert"
      title={i18n.translate('watchkeeper.first.refusedTitle', { defaultMessage: 'Not created' })}
      data-test-subj="firstRefusal"
    >
      {error.problems.length === 0 ? (
        <p>{error.message}</p>
      ) : (
        error.problems.map(({ field, message }) => <p key={`${field} ${message}`}>{message}</p>)
      )}
    </EuiCallOut>
    <EuiSpacer size="m" />
  </>
);

const useDestinationChoice = () => {
  const { data: destinations = [] } = useDestinations();
  const [chosen, choose] = useState<DestinationChoice | undefined>();
  const usable = destinations.find(({ has_secrets: can }) => can)?.id;
  const suggested = useMemo<DestinationChoice>(
    () => (usable === undefined ? { kind: 'new', url: '' } : { kind: 'existing', id: usable }),
    [usable]
  );
  return { destinations, choice: chosen ?? suggested, choose, touched: chosen !== undefined };
};

/** A first monitor: a sentence with blanks, what it comes to now, and who is told. */
export const FirstMonitor: React.FC<{
  which: ReadyMade;
  /** Goes on with all of it in the full editor. */
  onAllSettings: (draft: Monitor) => void;
}> = ({ which, onAllSettings }) => {
  const state = useAnswers(which);
  const { answers } = state;
  const [name, setName] = useState<string | undefined>();
  const { destinations, choice, choose, touched } = useDestinationChoice();
  const ids = useStableIds();
  const draftWith = useCallback(
    (destinationId: string | undefined): Monitor =>
      firstDraft(which, answers, { name, destinationId, newId: ids() }),
    [which, answers, name, ids]
  );
  const missing = missingAnswers(which, answers);
  const isComplete = missing.length === 0;
  const draft = useMemo(
    () => (isComplete ? draftWith(undefined) : undefined),
    [isComplete, draftWith]
  );
  const onDestination = useCallback((id: string) => choose({ kind: 'existing', id }), [choose]);
  const creating = useCreateFirst({ draftWith, choice, onDestination });
  useUnsavedGuard((state.touched || touched || name !== undefined) && !creating.busy);
  // Told to nobody yet: what it would have sent does not matter here, that it would have alerted does.
  const past = useBackTestSummary(draft ?? NOTHING, draft ? PAST_HOURS : 0);
  const { title, text } = readyMadeWords(which);
  const asksForIndices = state.familiesError === null && !state.loading;

  return (
    <div data-test-subj="firstMonitor">
      {creating.error && <Refusal error={creating.error} />}
      {state.familiesError !== null && (
        <FamiliesError error={state.familiesError} onRetry={state.retry} />
      )}
      {asksForIndices && missing.includes('indices') && state.families.length === 0 && (
        <NoIndices />
      )}
      <EuiPanel>
        <EuiTitle size="s">
          <h2>{title}</h2>
        </EuiTitle>
        <EuiText size="s" color="subdued">
          {text}
        </EuiText>
        <EuiSpacer size="m" />
        <QuestionSentence state={state} />
        <EuiSpacer size="m" />
        <div aria-live="polite">
          <NowAndToday monitor={draft} past={past} />
        </div>
        {draft && <QuestionChart state={state} past={past} />}
      </EuiPanel>
      <EuiSpacer size="m" />
      <EuiPanel>
        <DestinationPanel
          destinations={destinations}
          choice={choice}
          problem={creating.urlProblem}
          onChange={choose}
        />
        <TestMessage choice={choice} name={name ?? firstName(which, answers)} />
        <EuiSpacer size="m" />
        <EuiCompressedFormRow
          fullWidth
          label={i18n.translate('watchkeeper.first.nameLabel', {
            defaultMessage: 'Name of the monitor',
          })}
        >
          <EuiCompressedFieldText
            fullWidth
            value={name ?? firstName(which, answers)}
            onChange={({ target }) => setName(target.value)}
            data-test-subj="firstName"
          />
        </EuiCompressedFormRow>
      </EuiPanel>
      <EuiSpacer size="m" />
      <FirstBar
        busy={creating.busy}
        incomplete={!isComplete}
        onCreate={creating.create}
        onAllSettings={() => creating.handOver(onAllSettings)}
      >
        <EuiText size="s" color="subdued">
          {isComplete
            ? i18n.translate('watchkeeper.first.rhythmText', {
                defaultMessage: 'Runs every minute. All of it can be changed later.',
              })
            : i18n.translate('watchkeeper.first.incompleteText', {
                defaultMessage: 'Fill in what is still open in the sentence.',
              })}
        </EuiText>
      </FirstBar>
    </div>
  );
};
