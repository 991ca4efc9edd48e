import React, { useCallback, useMemo, useRef, useState } from 'react';
import { EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import type { FieldProblem } from '../../../common/errors';
import type { MonitorRecord } from '../../../common/monitors/api';
import type { Monitor } from '../../../common/monitors/monitor';
import { appPaths } from '../../shared/app_paths';
import { useServices } from '../../shared/services';
import { useGoTo } from '../../shared/links';
import { useUnsavedGuard } from '../../shared/unsaved_guard';
import { BackTestPanel } from '../back_test/back_test_panel';
import { LiveSentence } from '../sentence/live_sentence';
import { BaseUrlHint } from './base_url_hint';
import { useDefinition } from './definition/use_definition';
import { ViewTabs } from './definition/view_tabs';
import { useDraft } from './draft_state';
import { problemsAt as problemsOfField } from './field_problems';
import { EditorProvider } from './editor_model';
import { EditorViews } from './editor_views';
import { dropDraft } from './kept_draft';
import { KeptNotice } from './kept_notice';
import { PastProvider } from './past';
import { useQueryRunner } from './query_run';
import type { QueryRunner } from './query_run';
import { SaveBar } from './save_bar';
import { useSaveMonitor } from './save_monitor';
import { ConflictNotice, RefusalNotice, ShelvedNotice } from './save_notices';
import { SectionNav } from './section_nav';
import { StickyTop } from './sticky_top';
import { useKeptDraft } from './use_kept_draft';

/** What the cluster found wrong with what it was last asked, if that is what the editor holds. */
const refusedBy = ({ error, dry, stale }: QueryRunner): FieldProblem[] => {
  const problem = stale ? undefined : dry?.answer.problem;
  if (problem?.field === undefined) return error?.problems ?? [];
  return [{ field: problem.field, message: problem.message }];
};

/**
 * The form for a new monitor (`record` absent) or a saved one. `written`: what somebody has begun elsewhere, and is not
 * saved.
 */
export const MonitorEditor: React.FC<{
  initial: Monitor;
  written?: Monitor;
  record?: MonitorRecord;
}> = ({ initial, written, record }) => {
  const { history } = useServices();
  const goTo = useGoTo();
  const form = useRef<HTMLDivElement>(null);
  const state = useDraft(initial, written);
  const { draft, dirty, update, problems, problemsAt, reset } = state;
  const monitorId = record?.id ?? '';
  const runner = useQueryRunner(draft, monitorId);
  const definition = useDefinition(state, record?.monitor.monitor_type);
  /** What was being written when somebody else's version was loaded. */
  const [shelved, setShelved] = useState<Monitor | null>(null);
  const [note, setNote] = useState('');

  const onSaved = useCallback(
    (saved: MonitorRecord) => {
      history.disarm();
      dropDraft(monitorId);
      goTo(appPaths.monitor(saved.id));
    },
    [history, goTo, monitorId]
  );
  const { saving, error, theirs, save, overwrite, accept } = useSaveMonitor({
    state: { ...state, check: () => !definition.blocked && state.check() },
    record,
    form,
    note,
    onSaved,
  });
  useUnsavedGuard((dirty || shelved !== null) && !saving);

  const kept = useKeptDraft({
    record,
    initial: written ?? initial,
    draft,
    dirty,
    onTake: (mine) => {
      reset(initial, mine);
      definition.leave();
    },
  });

  const loadTheirs = (other: MonitorRecord) => {
    setShelved(draft);
    reset(other.monitor);
    accept(other);
    definition.leave();
  };
  const backToMine = (mine: Monitor) => {
    reset(draft, mine);
    definition.leave();
    setShelved(null);
  };

  const model = useMemo(() => {
    // What the cluster refuses in a Run belongs to its field as much as what the server refuses to save.
    const refused = refusedBy(runner);
    const allAt = (field: string) => [...problemsAt(field), ...problemsOfField(refused, field)];
    return { monitorId, draft, update, problemsAt: allAt, runner };
  }, [monitorId, draft, update, problemsAt, runner]);
  return (
    <EditorProvider value={model}>
      <div ref={form} data-test-subj="monitorEditor">
        <StickyTop>
          <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false} wrap>
            <EuiFlexItem grow={false}>
              <ViewTabs definition={definition} />
            </EuiFlexItem>
            {definition.view !== 'text' && (
              <EuiFlexItem grow={false}>
                <SectionNav isNew={record === undefined} problems={problems} />
              </EuiFlexItem>
            )}
          </EuiFlexGroup>
        </StickyTop>
        <KeptNotice kept={kept} version={record?.version} />
        <PastProvider draft={draft} monitorId={monitorId}>
          <LiveSentence draft={draft} />
          <BaseUrlHint draft={draft} />
          <EditorViews isNew={record === undefined} definition={definition} />
          <BackTestPanel saved={record?.monitor} />
        </PastProvider>
      </div>
      <SaveBar
        isNew={record === undefined}
        dirty={dirty}
        saving={saving}
        problemCount={definition.blocked ? definition.problems.length : problems.length}
        note={note}
        onNote={setNote}
        cancelTo={record ? appPaths.monitor(record.id) : appPaths.monitors()}
        onSave={save}
      >
        {theirs ? (
          <ConflictNotice
            theirs={theirs}
            onLoad={() => loadTheirs(theirs)}
            onOverwrite={overwrite}
          />
        ) : (
          error && <RefusalNotice error={error} />
        )}
        {shelved && <ShelvedNotice onBack={() => backToMine(shelved)} />}
      </SaveBar>
    </EditorProvider>
  );
};
