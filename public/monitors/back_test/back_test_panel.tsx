import React, { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiProgress,
  EuiScreenReaderOnly,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { whyNoBackTest } from '../../../common/monitors/back_test/replayable';
import type { Monitor } from '../../../common/monitors/monitor';
import type { ApiError } from '../../shared/api_client';
import { useEditor } from '../editor/editor_model';
import { StaleBadge } from '../editor/run/stale_badge';
import { Section } from '../editor/section';
import { sectionAnchor, sectionLabel } from '../editor/sections';
import { BackTestResultView } from './back_test_result';
import { canBeTested, testable } from './testable';
import { LAST_DAY, TimeChoiceFields, spanOf } from './time_choice';
import { useComparison } from './use_comparison';
import type { Comparison } from './use_comparison';

/** In the address of the editor: opens it at this panel. */
export const BACK_TEST_PARAMETER = 'back_test';

const runLabel = (): string =>
  i18n.translate('watchkeeper.backTest.runButtonLabel', { defaultMessage: 'Run back-test' });

const percent = (share: number): number => Math.round(share * 100);

const Progress: React.FC<{ progress: number; onStop: () => void }> = ({ progress, onStop }) => {
  const label = i18n.translate('watchkeeper.backTest.progressText', {
    defaultMessage: '{percent}% tested',
    values: { percent: percent(progress) },
  });
  return (
    <EuiFlexGroup alignItems="center" gutterSize="s" responsive={false}>
      <EuiFlexItem>
        <EuiProgress
          value={percent(progress)}
          max={100}
          size="s"
          aria-label={label}
          data-test-subj="backTestProgress"
        />
        <EuiText size="xs" color="subdued">
          {label}
        </EuiText>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButtonEmpty iconType="stop" onClick={onStop} data-test-subj="backTestStop">
          {i18n.translate('watchkeeper.backTest.stopButtonLabel', { defaultMessage: 'Stop' })}
        </EuiSmallButtonEmpty>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

const Failure: React.FC<{ error: ApiError }> = ({ error }) => (
  <EuiCallOut
    size="s"
    color="danger"
    iconType="alert"
    title={i18n.translate('watchkeeper.backTest.failedTitle', {
      defaultMessage: 'The back-test failed',
    })}
    data-test-subj="backTestError"
  >
    {error.problems.length > 0
      ? error.problems.map(({ field, message }) => <p key={field}>{message}</p>)
      : error.message}
  </EuiCallOut>
);

/** What is heard when it is over. */
const Announcement: React.FC<{ comparison: Comparison }> = ({ comparison: { draft, running } }) => (
  <EuiScreenReaderOnly>
    <p role="status">
      {!running && draft.status === 'done'
        ? i18n.translate('watchkeeper.backTest.doneText', {
            defaultMessage: 'The back-test is done.',
          })
        : ''}
    </p>
  </EuiScreenReaderOnly>
);

const Outcome: React.FC<{ comparison: Comparison }> = ({ comparison }) => {
  const { draft, saved, compared, stale, running, progress, stop } = comparison;
  const error = draft.error ?? saved.error;
  return (
    <>
      {running && (
        <>
          <Progress progress={progress} onStop={stop} />
          <EuiSpacer size="m" />
        </>
      )}
      {error && !running && (
        <>
          <Failure error={error} />
          <EuiSpacer size="m" />
        </>
      )}
      {draft.result && (
        <>
          {stale && <StaleBadge />}
          {draft.status === 'stopped' && (
            <EuiText size="s" color="warning">
              {i18n.translate('watchkeeper.backTest.stoppedText', {
                defaultMessage: 'It was stopped: this is what was found until then.',
              })}
            </EuiText>
          )}
          <BackTestResultView
            result={draft.result}
            {...(compared && saved.result ? { before: saved.result } : {})}
          />
        </>
      )}
    </>
  );
};

/** The address asks for a back-test: the panel comes into view, and begins. */
const useAskedFor = (begin: () => void, isReady: boolean): void => {
  const { search } = useLocation();
  const isAsked = new URLSearchParams(search).has(BACK_TEST_PARAMETER);
  const isDone = useRef(false);
  useEffect(() => {
    if (!isAsked || !isReady || isDone.current) return;
    isDone.current = true;
    document.getElementById(sectionAnchor('back_test'))?.scrollIntoView?.({ block: 'start' });
    begin();
  }, [isAsked, isReady, begin]);
};

/** What the monitor would have done in the past, before anything is saved; beside what is saved (`saved`). */
export const BackTestPanel: React.FC<{ saved?: Monitor }> = ({ saved }) => {
  const { draft, monitorId } = useEditor();
  const [choice, setChoice] = useState(LAST_DAY);
  const comparison = useComparison(monitorId, draft, saved);
  const why = whyNoBackTest(draft);
  const isReady = canBeTested(testable(draft));
  const begin = () => comparison.start(spanOf(choice, Date.now()));
  useAskedFor(begin, isReady);
  return (
    <div data-test-subj="backTestPanel">
      <Section
        id="back_test"
        title={sectionLabel('back_test')}
        description={i18n.translate('watchkeeper.backTest.description', {
          defaultMessage:
            'What this monitor would have done in the past, judged as its runs are. Nothing is saved or sent.',
        })}
      >
        {why === undefined ? (
          <>
            <EuiFlexGroup gutterSize="s" alignItems="flexEnd" responsive={false} wrap>
              <EuiFlexItem grow={false}>
                <TimeChoiceFields choice={choice} onChange={setChoice} />
              </EuiFlexItem>
              <EuiFlexItem grow={false}>
                <EuiSmallButton
                  iconType="play"
                  onClick={begin}
                  isLoading={comparison.running}
                  isDisabled={!isReady}
                  data-test-subj="backTestRun"
                >
                  {runLabel()}
                </EuiSmallButton>
              </EuiFlexItem>
            </EuiFlexGroup>
            <EuiSpacer size="m" />
            {!isReady && (
              <EuiText size="s" color="subdued" data-test-subj="backTestNotReady">
                {i18n.translate('watchkeeper.backTest.notReadyText', {
                  defaultMessage:
                    'It can be tested when it has an index, a query and a trigger with a condition.',
                })}
              </EuiText>
            )}
            <Outcome comparison={comparison} />
            <Announcement comparison={comparison} />
          </>
        ) : (
          <EuiText size="s" color="subdued" data-test-subj="backTestImpossible">
            {why}
          </EuiText>
        )}
      </Section>
    </div>
  );
};
