import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiLoadingSpinner,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { TaskFinding } from '../../../common/indices/tasks/facts';
import type { TaskCheck } from '../../../common/indices/tasks/tasks_api';
import { formatBytes, formatCount } from '../../shared/numbers';
import { stepLabel } from './task_words';

const COLORS = { error: 'danger', warning: 'warning', info: 'primary' } as const;
const ICONS = { error: 'alert', warning: 'alert', info: 'iInCircle' } as const;

const MOST_STEPS = 12;

const Findings: React.FC<{ findings: readonly TaskFinding[] }> = ({ findings }) => (
  <>
    {findings.map(({ severity, message }) => (
      <React.Fragment key={message}>
        <EuiCallOut
          size="s"
          color={COLORS[severity]}
          iconType={ICONS[severity]}
          title={message}
          data-test-subj={`taskFinding-${severity}`}
        />
        <EuiSpacer size="s" />
      </React.Fragment>
    ))}
  </>
);

const Sources: React.FC<{ sources: TaskCheck['sources'] }> = ({ sources }) => {
  if (sources.length === 0) return null;
  const sum = (of: (source: TaskCheck['sources'][number]) => number | undefined): number =>
    sources.reduce((total, source) => total + (of(source) ?? 0), 0);
  return (
    <EuiText size="s" color="subdued" data-test-subj="taskSourceFacts">
      {i18n.translate('watchkeeper.indexTasks.sourcesText', {
        defaultMessage:
          '{count, plural, one {# index} other {# indices}}: {docs, number} documents, {size}, {shards, plural, one {# primary shard} other {# primary shards}}',
        values: {
          ...{ count: sources.length, docs: sum(({ docs }) => docs) },
          size: formatBytes(sum(({ primary_bytes: bytes }) => bytes)),
          shards: sum(({ primaries }) => primaries),
        },
      })}
    </EuiText>
  );
};

const Steps: React.FC<{ check: TaskCheck }> = ({ check: { steps } }) =>
  steps.length === 0 ? (
    <EuiText size="s" color="subdued">
      <p>
        {i18n.translate('watchkeeper.indexTasks.refusedText', {
          defaultMessage: 'Nothing, until what is marked in red is mended.',
        })}
      </p>
    </EuiText>
  ) : (
    <EuiText size="s">
      <ol data-test-subj="taskSteps" className="eui-textBreakWord">
        {steps.slice(0, MOST_STEPS).map((what, place) => (
          <li key={place}>{stepLabel(what)}</li>
        ))}
        {steps.length > MOST_STEPS && (
          <li>
            {i18n.translate('watchkeeper.indexTasks.moreStepsText', {
              defaultMessage: 'and {count} more',
              values: { count: formatCount(steps.length - MOST_STEPS) },
            })}
          </li>
        )}
      </ol>
    </EuiText>
  );

/** What would happen, and what speaks against it, as the cluster is now. */
export const CheckPanel: React.FC<{
  check: TaskCheck | undefined;
  /** Of what is written now: what is shown may be of a moment before. */
  isChecking: boolean;
  /** What stands at a field is not said twice. */
  findings: readonly TaskFinding[];
}> = ({ check, isChecking, findings }) => (
  <EuiPanel aria-live="polite" data-test-subj="taskCheck">
    <EuiTitle size="xs">
      <h2>
        {i18n.translate('watchkeeper.indexTasks.checkTitle', { defaultMessage: 'What happens' })}{' '}
        {isChecking && <EuiLoadingSpinner size="s" />}
      </h2>
    </EuiTitle>
    <EuiSpacer size="s" />
    {check ? (
      <>
        <Sources sources={check.sources} />
        <EuiSpacer size="s" />
        <Steps check={check} />
        <EuiSpacer size="s" />
        <Findings findings={findings} />
      </>
    ) : (
      <EuiText size="s" color="subdued">
        <p>
          {i18n.translate('watchkeeper.indexTasks.checkLaterText', {
            defaultMessage: 'The steps stand here as soon as the form is filled in.',
          })}
        </p>
      </EuiText>
    )}
  </EuiPanel>
);
