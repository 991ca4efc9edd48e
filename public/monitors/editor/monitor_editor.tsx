import React, { useCallback, useMemo, useRef, useState } from 'react';
import type { MonitorRecord } from '../../../common/monitors/api';
import type { Monitor } from '../../../common/monitors/monitor';
import { appPaths } from '../../shared/app_paths';
import { useServices } from '../../shared/services';
import { useGoTo } from '../../shared/links';
import { useUnsavedGuard } from '../../shared/unsaved_guard';
import { BasicsSection } from './basics_section';
import { useDraft } from './draft_state';
import { problemsAt as problemsOfField } from './field_problems';
import { EditorProvider } from './editor_model';
import { QuerySection } from './query_section';
import { useQueryRunner } from './query_run';
import { SaveBar } from './save_bar';
import { useSaveMonitor } from './save_monitor';
import { ConflictNotice, RefusalNotice, ShelvedNotice } from './save_notices';
import { TriggersSection } from './triggers_section';

/** The form for a new monitor (`record` absent) or a saved one. */
export const MonitorEditor: React.FC<{ initial: Monitor; record?: MonitorRecord }> = ({
  initial,
  record,
}) => {
  const { history } = useServices();
  const goTo = useGoTo();
  const form = useRef<HTMLDivElement>(null);
  const state = useDraft(initial);
  const { draft, dirty, update, problems, problemsAt, reset } = state;
  const runner = useQueryRunner(draft);
  /** What was being written when somebody else's version was loaded. */
  const [shelved, setShelved] = useState<Monitor | null>(null);
  const [note, setNote] = useState('');

  const onSaved = useCallback(
    (saved: MonitorRecord) => {
      history.disarm();
      goTo(appPaths.monitor(saved.id));
    },
    [history, goTo]
  );
  const { saving, error, theirs, save, overwrite, accept } = useSaveMonitor({
    state,
    record,
    form,
    note,
    onSaved,
  });
  useUnsavedGuard((dirty || shelved !== null) && !saving);

  const loadTheirs = (other: MonitorRecord) => {
    setShelved(draft);
    reset(other.monitor);
    accept(other);
  };
  const backToMine = (mine: Monitor) => {
    reset(draft, mine);
    setShelved(null);
  };

  const monitorId = record?.id ?? '';
  const model = useMemo(() => {
    // What the cluster refuses in a Run belongs to its field as much as what the server refuses to save.
    const refused = runner.error?.problems ?? [];
    const allAt = (field: string) => [...problemsAt(field), ...problemsOfField(refused, field)];
    return { monitorId, draft, update, problemsAt: allAt, runner };
  }, [monitorId, draft, update, problemsAt, runner]);
  return (
    <EditorProvider value={model}>
      <div ref={form} data-test-subj="monitorEditor">
        <BasicsSection />
        <QuerySection />
        <TriggersSection />
      </div>
      <SaveBar
        isNew={record === undefined}
        dirty={dirty}
        saving={saving}
        problemCount={problems.length}
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
