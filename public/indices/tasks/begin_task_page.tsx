import React, { useEffect, useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiForm,
  EuiPanel,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
} from '@elastic/eui';
import { Redirect, useParams } from 'react-router-dom';
import { TASK_KINDS } from '../../../common/indices/tasks/task_record';
import type { TaskKindName } from '../../../common/indices/tasks/task_record';
import { toApiError } from '../../shared/api_client';
import { appPaths } from '../../shared/app_paths';
import { useDebounced } from '../../shared/debounced';
import { useGoTo, useLinkTo } from '../../shared/links';
import { PageFrame } from '../../shared/page_frame';
import { useMay } from '../../shared/plugin_status';
import { useUnsavedGuard } from '../../shared/unsaved_guard';
import { useListing } from '../index_queries';
import { indicesTitle, tasksTitle } from '../indices_frame';
import { CheckPanel } from './check_panel';
import { newDraft, readDraft, suggestedTarget } from './draft';
import type { Draft } from './draft';
import { useHandedIndices } from './handed_indices';
import { KindFields } from './kind_fields';
import { SourcesField } from './sources_field';
import type { Problems } from './task_field';
import { useBeginTask, useTaskCheck } from './task_queries';
import { kindLabel, kindText } from './task_words';

/** Milliseconds without a key until the cluster is asked. */
const STILL = 400;

/** The form as it stands, what is wrong with it, and what the cluster says to it. */
const useForm = (kind: TaskKindName, indices: readonly string[]) => {
  const [draft, setDraft] = useState<Draft>(() => newDraft(kind, indices));
  const [isTouched, setTouched] = useState(false);
  const { spec, problems } = useMemo(() => readDraft(draft), [draft]);
  const settled = useDebounced(spec, STILL);
  const { data: check, error, isFetching } = useTaskCheck(settled);
  const isCurrent = spec === settled && !isFetching;
  const findings = spec && check ? check.findings : [];
  const atFields: Problems = findings.flatMap(({ severity, field, message }) =>
    severity === 'error' && field !== undefined ? [{ field, message }] : []
  );
  const isEmpty = draft.sources.length === 0;
  return {
    ...{ draft, spec, error, isTouched, check: spec ? check : undefined },
    isChecking: spec !== undefined && !isCurrent,
    // Nobody is told at once that what they have not chosen yet is missing.
    problems: isEmpty ? [] : [...problems, ...atFields],
    findings: findings.filter(({ severity, field }) => severity !== 'error' || field === undefined),
    canBegin:
      spec !== undefined && isCurrent && !findings.some(({ severity }) => severity === 'error'),
    change(changes: Partial<Draft>) {
      setTouched(true);
      setDraft((now) => {
        const next = { ...now, ...changes };
        // The name follows the index until somebody writes another.
        const follows = now.target === suggestedTarget(kind, now.sources);
        return changes.sources && follows
          ? { ...next, target: suggestedTarget(kind, next.sources) }
          : next;
      });
    },
  };
};

const Buttons: React.FC<{
  kind: TaskKindName;
  isDisabled: boolean;
  isBusy: boolean;
  onBegin: () => void;
}> = ({ kind, isDisabled, isBusy, onBegin }) => {
  const linkTo = useLinkTo();
  return (
    <EuiFlexGroup gutterSize="s" responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiSmallButton
          fill
          isDisabled={isDisabled}
          isLoading={isBusy}
          onClick={onBegin}
          data-test-subj="beginTask"
        >
          {kindLabel(kind)}
        </EuiSmallButton>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButtonEmpty {...linkTo(appPaths.indexTasks())}>
          {i18n.translate('watchkeeper.indices.cancelButtonLabel', { defaultMessage: 'Cancel' })}
        </EuiSmallButtonEmpty>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

const Trouble: React.FC<{ error: unknown }> = ({ error }) => (
  <>
    <EuiSpacer size="m" />
    <EuiCallOut
      size="s"
      color="danger"
      iconType="alert"
      role="alert"
      title={toApiError(error).message}
      data-test-subj="taskTrouble"
    />
  </>
);

const BeginForm: React.FC<{ kind: TaskKindName; indices: readonly string[] }> = ({
  kind,
  indices,
}) => {
  const form = useForm(kind, indices);
  const begin = useBeginTask();
  const goTo = useGoTo();
  const mayWrite = useMay('write');
  const [isBusy, setBusy] = useState(false);
  const [hasBegun, setBegun] = useState(false);
  const [refusal, setRefusal] = useState<unknown>();
  useUnsavedGuard(form.isTouched && !hasBegun);
  useEffect(() => {
    if (hasBegun) goTo(appPaths.indexTasks());
  }, [hasBegun, goTo]);

  const send = async (): Promise<void> => {
    if (!form.spec) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      await begin(form.spec);
      setBegun(true);
    } catch (error) {
      setRefusal(error);
      setBusy(false);
    }
  };
  const trouble = refusal ?? (form.spec ? form.error : undefined);
  return (
    <EuiFlexGroup gutterSize="m" wrap>
      <EuiFlexItem style={{ minWidth: 360 }}>
        <EuiPanel>
          <EuiForm component="div">
            <SourcesField
              kind={kind}
              sources={form.draft.sources}
              problems={form.problems}
              onChange={(sources) => form.change({ sources })}
            />
            <KindFields draft={form.draft} problems={form.problems} onChange={form.change} />
          </EuiForm>
          {trouble !== undefined && trouble !== null && <Trouble error={trouble} />}
          <EuiSpacer size="m" />
          <Buttons
            kind={kind}
            isDisabled={!form.canBegin || !mayWrite}
            isBusy={isBusy}
            onBegin={() => void send()}
          />
        </EuiPanel>
      </EuiFlexItem>
      <EuiFlexItem style={{ minWidth: 300 }}>
        <div>
          <CheckPanel check={form.check} isChecking={form.isChecking} findings={form.findings} />
        </div>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

/** An index is rolled over by the alias that it is written through, or its data stream. */
const useBeginnings = (kind: TaskKindName): readonly string[] | undefined => {
  const handed = useHandedIndices();
  const { data, error } = useListing(0);
  if (kind !== 'rollover' || handed.length === 0) return handed;
  if (!data) return error === null ? undefined : [];
  const [name] = handed;
  const row = data.rows.find((one) => one.name === name);
  if (!row) return [name];
  const written = row.aliases.find(({ is_write_index: isWritten }) => isWritten) ?? row.aliases[0];
  const through = row.data_stream ?? written?.name;
  return through === undefined ? [] : [through];
};

/** The form of a task: what it is to do, what that comes to, and what speaks against it. */
export const BeginTaskPage: React.FC = () => {
  const params = useParams<{ kind: string }>();
  const kind = TASK_KINDS.find((name) => name === params.kind);
  return kind ? <KnownKind key={kind} kind={kind} /> : <Redirect to="/tasks" />;
};

const KnownKind: React.FC<{ kind: TaskKindName }> = ({ kind }) => {
  const beginnings = useBeginnings(kind);
  return (
    <PageFrame
      title={kindLabel(kind)}
      description={kindText(kind)}
      crumbs={[
        { text: indicesTitle(), to: appPaths.indices() },
        { text: tasksTitle(), to: appPaths.indexTasks() },
        { text: kindLabel(kind) },
      ]}
    >
      {beginnings && <BeginForm kind={kind} indices={beginnings} />}
    </PageFrame>
  );
};
