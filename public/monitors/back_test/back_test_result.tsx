import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import type { BackTestResult, BackTestTrigger } from '../../../common/monitors/back_test/back_test';
import { compareBackTests } from '../../../common/monitors/back_test/compare';
import type { BackTestComparison } from '../../../common/monitors/back_test/compare';
import { StateTimeline } from '../../shared/state_timeline';
import type { TimelineLane } from '../../shared/state_timeline';
import { BackTestAlerts } from './alerts_table';
import type { AlertRow } from './alerts_table';
import { changeInWords, failedInWords, methodInWords, outcomeInWords } from './words';

const draftLabel = (): string =>
  i18n.translate('watchkeeper.backTest.draftLabel', { defaultMessage: 'As it is here' });
const savedLabel = (): string =>
  i18n.translate('watchkeeper.backTest.savedLabel', { defaultMessage: 'As it is saved' });

const lanesOf = (trigger: BackTestTrigger, side: string, own: string): TimelineLane[] =>
  trigger.timelines.map(({ group_key: key = '', label, intervals }) => ({
    key: `${side}${key}`,
    label: [label, own].filter(Boolean).join(' · '),
    intervals,
  }));

/** Of a group both versions one below the other. */
const interleaved = (now: TimelineLane[], before: TimelineLane[]): TimelineLane[] => {
  const rest = new Map(before.map((lane) => [lane.key.slice(1), lane]));
  const pairs = now.flatMap((lane) => {
    const key = lane.key.slice(1);
    const other = rest.get(key);
    rest.delete(key);
    return other ? [other, lane] : [lane];
  });
  return [...pairs, ...rest.values()];
};

const sameTrigger = (trigger: BackTestTrigger, of: BackTestResult | undefined) =>
  of?.triggers.find(({ id }) => id === trigger.id) ??
  of?.triggers.find(({ name }) => name === trigger.name);

const Timelines: React.FC<{ result: BackTestResult; before?: BackTestResult }> = ({
  result,
  before,
}) => (
  <>
    {result.triggers.map((trigger) => {
      const other = sameTrigger(trigger, before);
      const lanes = before
        ? interleaved(
            lanesOf(trigger, '+', draftLabel()),
            other ? lanesOf(other, '-', savedLabel()) : []
          )
        : lanesOf(trigger, '+', '');
      const label = i18n.translate('watchkeeper.backTest.timelineLabel', {
        defaultMessage: 'States of {trigger}',
        values: { trigger: trigger.name },
      });
      return (
        <React.Fragment key={trigger.id}>
          <EuiTitle size="xxs">
            <h3>{trigger.name}</h3>
          </EuiTitle>
          <EuiSpacer size="xs" />
          {lanes.length === 0 ? (
            <EuiText size="s" color="subdued">
              {i18n.translate('watchkeeper.backTest.noGroupText', {
                defaultMessage: 'No group would have fired.',
              })}
            </EuiText>
          ) : (
            <StateTimeline
              label={label}
              lanes={lanes}
              from={Math.min(result.from, before?.from ?? result.from)}
              to={Math.max(result.to, before?.to ?? result.to)}
            />
          )}
          <EuiSpacer size="m" />
        </React.Fragment>
      );
    })}
  </>
);

const rowsOf = (result: BackTestResult, comparison?: BackTestComparison): AlertRow[] => {
  if (!comparison) return result.alerts.map((alert) => ({ alert }));
  const { both, gone, added } = comparison;
  const rows: AlertRow[] = [
    ...both.map(({ after }) => ({ alert: after, side: 'both' as const })),
    ...gone.map((alert) => ({ alert, side: 'gone' as const })),
    ...added.map((alert) => ({ alert, side: 'added' as const })),
  ];
  return rows.sort((a, b) => b.alert.start_time - a.alert.start_time);
};

const Notes: React.FC<{ result: BackTestResult; comparison?: BackTestComparison }> = ({
  result,
  comparison,
}) => {
  const { failed } = result.windows;
  const notes = [
    ...(failed > 0 ? [failedInWords(failed)] : []),
    ...result.notes,
    ...(comparison?.isCut
      ? [
          i18n.translate('watchkeeper.backTest.cutText', {
            defaultMessage: 'Only the newest alerts are compared one by one.',
          }),
        ]
      : []),
  ];
  return (
    <EuiText size="xs" color="subdued">
      <p data-test-subj="backTestMethod">{methodInWords(result)}</p>
      {notes.length > 0 && (
        <ul data-test-subj="backTestNotes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </EuiText>
  );
};

/** What a back-test came to; beside what the saved version would have done, where there is one. */
export const BackTestResultView: React.FC<{ result: BackTestResult; before?: BackTestResult }> = ({
  result,
  before,
}) => {
  const comparison = useMemo(() => before && compareBackTests(before, result), [before, result]);
  return (
    <div data-test-subj="backTestResult">
      <EuiText size="s">
        <p>
          <strong data-test-subj="backTestOutcome">{outcomeInWords(result)}</strong>
          {comparison && before && (
            <span data-test-subj="backTestChange">
              {' '}
              {changeInWords(comparison, before, result)}
            </span>
          )}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <Timelines result={result} before={before} />
      <BackTestAlerts
        rows={rowsOf(result, comparison)}
        to={result.to}
        compared={comparison !== undefined}
      />
      <EuiSpacer size="s" />
      <Notes result={result} comparison={comparison} />
    </div>
  );
};
