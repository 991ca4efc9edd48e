import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiEmptyPrompt,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLoadingContent,
  EuiSpacer,
  EuiTab,
  EuiTabs,
  EuiText,
} from '@elastic/eui';
import type { DryRun } from '../../../../common/monitors/api';
import { triggersOf } from '../../../../common/monitors/monitor';
import { useTime } from '../../../shared/time';
import { formatCount } from '../../words';
import { useEditor } from '../editor_model';
import { indented } from '../json_layout';
import type { DoneDryRun } from '../query_run';
import { useDryPreview } from './dry_preview';
import { GroupsOfTrigger } from './groups_table';
import { PreviewMessages } from './preview_messages';
import { ReadOnlyJson } from './read_only_json';
import { RunRefusal } from './run_refusal';
import { StaleBadge } from './stale_badge';

type TabId = 'triggers' | 'messages' | 'result';

const TABS: readonly TabId[] = ['triggers', 'messages', 'result'];

const tabLabel = (tab: TabId, messages: number): string => {
  switch (tab) {
    case 'triggers':
      return i18n.translate('watchkeeper.editor.dryTriggersTab', { defaultMessage: 'Triggers' });
    case 'messages':
      return i18n.translate('watchkeeper.editor.dryMessagesTab', {
        defaultMessage: 'Messages ({count})',
        values: { count: formatCount(messages) },
      });
    case 'result':
      return i18n.translate('watchkeeper.editor.dryResultTab', { defaultMessage: 'Result' });
  }
};

const Summary: React.FC<{ answer: DryRun; stale: boolean }> = ({ answer, stale }) => {
  const { format } = useTime();
  const { hits, took, window } = answer;
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiText size="s">
          {hits !== undefined && (
            <strong data-test-subj="runHits">
              {i18n.translate('watchkeeper.editor.hitsText', {
                defaultMessage: '{count, plural, one {# hit} other {# hits}}',
                values: { count: hits },
              })}{' '}
            </strong>
          )}
          <span data-test-subj="dryWindow">
            {took === undefined
              ? i18n.translate('watchkeeper.editor.dryWindowText', {
                  defaultMessage: 'from {start} to {end}',
                  values: { start: format(window.start), end: format(window.end) },
                })
              : i18n.translate('watchkeeper.editor.tookText', {
                  defaultMessage: 'in {took} ms, from {start} to {end}',
                  values: {
                    took: formatCount(took),
                    start: format(window.start),
                    end: format(window.end),
                  },
                })}
          </span>
        </EuiText>
      </EuiFlexItem>
      {stale && (
        <EuiFlexItem grow={false}>
          <StaleBadge />
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
};

const Triggers: React.FC<{ answer: DryRun }> = ({ answer: { verdicts } }) => {
  const { draft } = useEditor();
  const names = new Map(triggersOf(draft).map(({ id, name }) => [id, name]));
  const known = verdicts.filter(({ triggerId }) => names.has(triggerId));
  if (known.length === 0) {
    return (
      <EuiText size="s" color="subdued">
        {i18n.translate('watchkeeper.editor.noVerdictsText', {
          defaultMessage: 'No trigger has judged this.',
        })}
      </EuiText>
    );
  }
  return (
    <>
      {known.map((verdict) => (
        <React.Fragment key={verdict.triggerId}>
          <GroupsOfTrigger name={names.get(verdict.triggerId) ?? ''} verdict={verdict} />
          <EuiSpacer size="m" />
        </React.Fragment>
      ))}
    </>
  );
};

const Answer: React.FC<{ dry: DoneDryRun; stale: boolean; height: string }> = ({
  dry: { answer },
  stale,
  height,
}) => {
  const [tab, setTab] = useState<TabId>('triggers');
  const preview = useDryPreview();
  return (
    <>
      <Summary answer={answer} stale={stale} />
      <EuiSpacer size="xs" />
      {answer.problem && (
        <>
          <EuiCallOut
            size="s"
            color="danger"
            iconType="alert"
            title={answer.problem.message}
            data-test-subj="dryProblem"
          />
          <EuiSpacer size="s" />
        </>
      )}
      <EuiTabs size="s">
        {TABS.map((id) => (
          <EuiTab key={id} isSelected={tab === id} onClick={() => setTab(id)}>
            {tabLabel(id, preview?.messages.length ?? 0)}
          </EuiTab>
        ))}
      </EuiTabs>
      <EuiSpacer size="s" />
      <div style={{ maxHeight: height, overflow: 'auto' }} tabIndex={tab === 'result' ? -1 : 0}>
        {tab === 'triggers' && <Triggers answer={answer} />}
        {tab === 'messages' && preview && <PreviewMessages preview={preview} />}
        {tab === 'result' && (
          <ReadOnlyJson
            text={indented(answer.results)}
            label={tabLabel('result', 0)}
            height={height}
            id="runResponse"
          />
        )}
      </div>
    </>
  );
};

/** What a run would find, what each trigger makes of it, and what would be sent. */
export const DryRunResult: React.FC<{ height: string }> = ({ height }) => {
  const {
    runner: { running, dry, error, stale },
  } = useEditor();
  if (error) return <RunRefusal error={error} />;
  if (dry) return <Answer dry={dry} stale={stale} height={height} />;
  if (running) return <EuiLoadingContent lines={8} />;
  return (
    <EuiEmptyPrompt
      titleSize="xs"
      iconType="play"
      title={
        <h3>
          {i18n.translate('watchkeeper.editor.notDryRunTitle', {
            defaultMessage: 'Run the monitor to see what it finds',
          })}
        </h3>
      }
      body={
        <p>
          {i18n.translate('watchkeeper.editor.notDryRunText', {
            defaultMessage:
              'You see what each trigger makes of it and which messages would be sent. Nothing is saved or sent.',
          })}
        </p>
      }
    />
  );
};
