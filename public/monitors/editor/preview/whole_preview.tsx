import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLoadingContent,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { outlookOf } from '../../../../common/monitors/preview_outlook';
import type { PreviewedRun } from '../../../../common/monitors/preview';
import { useTime } from '../../../shared/time';
import { formatCount } from '../../words';
import { useEditor } from '../editor_model';
import { RunButton } from '../run/run_button';
import { StaleBadge } from '../run/stale_badge';
import { Section } from '../section';
import { CourseTable } from './course_table';
import { MOST_STEPPED, useRunsPreview } from './runs_preview';
import type { RunsPreview } from './runs_preview';
import { TriggerOutlookView } from './trigger_outlook';

type Runs = Extract<RunsPreview, { kind: 'runs' }>;

const Notice: React.FC<{ title: string; color?: 'warning' | 'danger'; mark: string }> = ({
  title,
  color = 'warning',
  mark,
}) => (
  <>
    <EuiCallOut size="s" color={color} iconType="alert" title={title} data-test-subj={mark} />
    <EuiSpacer size="s" />
  </>
);

const Heading: React.FC<{ run: PreviewedRun; count: number }> = ({ run, count }) => {
  const {
    runner: { stale },
  } = useEditor();
  const { format } = useTime();
  const values = { start: format(run.window.start), end: format(run.window.end) };
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiText size="s" data-test-subj="previewHeading" aria-live="polite">
          <h3>
            {run.number === 1
              ? i18n.translate('watchkeeper.preview.firstRunTitle', {
                  defaultMessage:
                    'A run now: {count, plural, =0 {no message} one {# message} other {# messages}}',
                  values: { count },
                })
              : i18n.translate('watchkeeper.preview.laterRunTitle', {
                  defaultMessage:
                    'Run {number} of the same: {count, plural, =0 {no message} one {# message} other {# messages}}',
                  values: { number: run.number, count },
                })}
          </h3>
        </EuiText>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiText size="xs" color="subdued">
          {i18n.translate('watchkeeper.preview.windowText', {
            defaultMessage: '{start} to {end}',
            values,
          })}
        </EuiText>
      </EuiFlexItem>
      {stale && (
        <EuiFlexItem grow={false}>
          <StaleBadge mark="stalePreviewBadge" />
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
};

/** What is true of the whole preview. */
const Notices: React.FC<{ preview: Runs }> = ({ preview: { monitor, found } }) => {
  const { finding } = found;
  const most =
    finding.kind === 'answer'
      ? Math.max(
          0,
          ...finding.verdicts.map((one) => (one.kind === 'judged' ? one.groups.length : 0))
        )
      : 0;
  return (
    <>
      {finding.kind === 'problem' && (
        <Notice
          color="danger"
          title={i18n.translate('watchkeeper.preview.problemTitle', {
            defaultMessage: 'A run would raise an error: {message}',
            values: { message: finding.problem.message },
          })}
          mark="previewProblem"
        />
      )}
      {!monitor.enabled && (
        <Notice
          title={i18n.translate('watchkeeper.preview.disabledTitle', {
            defaultMessage: 'The monitor is disabled: as long as it is, it does not run.',
          })}
          mark="previewDisabled"
        />
      )}
      {most > MOST_STEPPED && (
        <Notice
          title={i18n.translate('watchkeeper.preview.fewerTitle', {
            defaultMessage:
              'There are many groups: alerts and messages below are those of the first {count} of each trigger.',
            values: { count: formatCount(MOST_STEPPED) },
          })}
          mark="previewFewer"
        />
      )}
    </>
  );
};

const Preview: React.FC<{ preview: Runs }> = ({ preview }) => {
  const { monitor, found, runs } = preview;
  const [chosen, setChosen] = useState(1);
  const run = runs[Math.min(chosen, runs.length) - 1];
  return (
    <>
      <Notices preview={preview} />
      <EuiFlexGroup gutterSize="l" responsive={false} wrap>
        <EuiFlexItem style={{ minWidth: 'min(460px, 100%)', flexBasis: '55%' }}>
          <div>
            <Heading run={run} count={run.messages.length} />
            <EuiSpacer size="s" />
            {outlookOf(monitor, run).map((outlook) => (
              <React.Fragment key={outlook.trigger.id}>
                <TriggerOutlookView outlook={outlook} found={found} />
                <EuiSpacer size="s" />
              </React.Fragment>
            ))}
            {monitor.triggers.length === 0 && (
              <EuiText size="s" color="subdued">
                {i18n.translate('watchkeeper.preview.noTriggersText', {
                  defaultMessage: 'Without a trigger nothing comes of it.',
                })}
              </EuiText>
            )}
          </div>
        </EuiFlexItem>
        <EuiFlexItem style={{ minWidth: 'min(340px, 100%)', flexBasis: '35%' }}>
          <div>
            <CourseTable runs={runs} chosen={run.number} onChoose={setChosen} />
            <EuiSpacer size="s" />
            <EuiText size="xs" color="subdued">
              {i18n.translate('watchkeeper.preview.courseHelpText', {
                defaultMessage:
                  'Each run one interval after the last, and as if no alert were open before the first. Choose one to see it on the left.',
              })}
            </EuiText>
          </div>
        </EuiFlexItem>
      </EuiFlexGroup>
    </>
  );
};

const Content: React.FC = () => {
  const {
    runner: { running, error },
  } = useEditor();
  const preview = useRunsPreview();
  if (error) {
    return (
      <EuiText size="s" color="danger" data-test-subj="previewRefused">
        {i18n.translate('watchkeeper.preview.refusedText', {
          defaultMessage: 'The last Run brought nothing. The reason stands at the question above.',
        })}
      </EuiText>
    );
  }
  if (preview.kind === 'runs') return <Preview preview={preview} />;
  if (running) return <EuiLoadingContent lines={4} />;
  return (
    <EuiText size="s" color="subdued" data-test-subj="previewNothing">
      {preview.kind === 'failure'
        ? preview.message
        : i18n.translate('watchkeeper.preview.notRunText', {
            defaultMessage:
              'Run the monitor to see what each trigger comes to, which alerts open and what is sent where. Nothing is saved or sent.',
          })}
    </EuiText>
  );
};

/** The whole of the monitor, as the draft has it: what would happen now, and if that went on. */
export const WholePreview: React.FC = () => (
  <Section
    id="preview"
    title={i18n.translate('watchkeeper.preview.title', {
      defaultMessage: 'What would happen now',
    })}
    description={i18n.translate('watchkeeper.preview.description', {
      defaultMessage: 'What the last Run found, through all triggers and actions as they are now.',
    })}
    actions={<RunButton mark="previewRunButton" quiet />}
  >
    <div data-test-subj="wholePreview">
      <Content />
    </div>
  </Section>
);
