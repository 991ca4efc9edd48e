import React, { useEffect, useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
} from '@elastic/eui';
import type { PolicyRecord, SavedPolicy } from '../../../common/lifecycle/api';
import type { Path } from '../../../common/lifecycle/policy/policy';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { appPaths } from '../../shared/app_paths';
import type { CodeEditorProps } from '../../shared/code_editor';
import { jsonPlace } from '../../shared/json_place';
import { useGoTo } from '../../shared/links';
import { PageFrame } from '../../shared/page_frame';
import { useToasts } from '../../shared/toasts';
import { useUnsavedGuard } from '../../shared/unsaved_guard';
import { OutdatedCallout } from '../change/outdated_callout';
import { policiesCrumb } from '../crumbs';
import { usePolicyDocument } from '../document/use_policy_document';
import { EngineCallout } from '../engine_callout';
import { canKeep, useEngine } from '../policy_queries';
import { SimulationView } from '../simulation/simulation_view';
import { goToPlace } from '../states/place_mark';
import { StatesView } from '../states/states_view';
import { editorActions } from './editor_actions';
import { JsonView, problemsIn } from './json_view';
import { LintPanel } from './lint_panel';
import { SaveDialog } from './save_dialog';
import { useLint } from './use_lint';
import { VersionsView } from './versions_view';
import { ViewTabs } from './view_tabs';
import type { EditorView } from './view_tabs';

const createTitle = (): string =>
  i18n.translate('watchkeeper.lifecycle.editor.createTitle', { defaultMessage: 'Create policy' });

const IdField: React.FC<{ id: string; onChange: (id: string) => void }> = ({ id, onChange }) => (
  <>
    <EuiCompressedFormRow
      label={i18n.translate('watchkeeper.lifecycle.editor.idLabel', {
        defaultMessage: 'Id of the policy',
      })}
    >
      <EuiCompressedFieldText
        value={id}
        onChange={(event) => onChange(event.target.value.trim())}
        data-test-subj="policyId"
      />
    </EuiCompressedFormRow>
    <EuiSpacer size="m" />
  </>
);

/** While the text is no JSON, the other views have nothing to show. */
const NoPolicy: React.FC<{ problem?: { message: string; line: number; column: number } }> = ({
  problem,
}) => (
  <EuiCallOut
    size="s"
    color="warning"
    title={i18n.translate('watchkeeper.lifecycle.editor.noJsonTitle', {
      defaultMessage: 'The text is no JSON',
    })}
    data-test-subj="noPolicy"
  >
    {problem && (
      <p>
        {i18n.translate('watchkeeper.lifecycle.editor.noJsonText', {
          defaultMessage: 'Line {line}, column {column}: {message}',
          values: { line: problem.line, column: problem.column, message: problem.message },
        })}
      </p>
    )}
  </EuiCallOut>
);

/** One policy: its text, the views that change it, and what is wrong with it. */
export const PolicyEditor: React.FC<{
  /** Of a policy that is saved already. */
  record?: PolicyRecord;
  text: string;
  startView?: EditorView;
}> = ({ record: opened, text: initial, startView = 'states' }) => {
  const document = usePolicyDocument(initial);
  const { text, read, edit, write } = document;
  const [record, setRecord] = useState(opened);
  const [saved, setSaved] = useState(initial);
  const [id, setId] = useState(opened?.id ?? '');
  const [view, setView] = useState(startView);
  const [goTo, setGoTo] = useState<CodeEditorProps['goTo']>();
  const [others, setOthers] = useState('');
  const [saving, setSaving] = useState(false);
  const engine = useEngine();
  const toasts = useToasts();
  const leaveFor = useGoTo();
  const isDirty = text !== saved;
  useUnsavedGuard(isDirty);

  const { body } = read;
  const policy = useMemo(() => readPolicy(body), [body]);
  const { findings, around, gaps } = useLint(body, policy, record?.id, others);
  const problems = useMemo(() => problemsIn({ text, read }, findings), [text, read, findings]);

  // A pasted answer of the cluster brings its id along.
  useEffect(() => {
    if (read.id !== undefined) setId((before) => before || (read.id ?? ''));
  }, [read.id]);

  // Once nothing is unsaved any more, a new policy gets a page of its own.
  useEffect(() => {
    if (!opened && record && !isDirty) leaveFor(appPaths.policy(record.id));
  }, [opened, record, isDirty, leaveFor]);

  const go = (path: Path) => {
    if (view === 'states' && goToPlace(path)) return;
    setView('json');
    setGoTo(jsonPlace(text, [...read.wrapper, ...path]));
  };
  const show = (next: EditorView) => {
    setGoTo(undefined);
    setView(next);
  };
  const onSaved = (stored: SavedPolicy) => {
    setSaving(false);
    setSaved(text);
    setRecord(stored);
    const title = i18n.translate('watchkeeper.lifecycle.editor.savedTitle', {
      defaultMessage: 'Saved “{id}”',
      values: { id },
    });
    if (stored.warning === undefined) toasts.success(title);
    else toasts.warning(title, stored.warning);
  };

  const content = () => {
    if (view === 'json') return <JsonView policy={document} problems={problems} goTo={goTo} />;
    if (!body) return <NoPolicy problem={read.problem} />;
    if (view === 'simulation') {
      return <SimulationView {...{ policy, around, others }} onOthers={setOthers} />;
    }
    if (view === 'versions') return <VersionsView id={id} body={body} onRestore={write} />;
    return <StatesView {...{ body, findings, edit }} />;
  };
  const title = record?.id ?? createTitle();
  const views: EditorView[] = [
    'states',
    'simulation',
    'json',
    ...(record ? ['versions' as const] : []),
  ];
  return (
    <PageFrame
      title={title}
      crumbs={[policiesCrumb(), { text: title }]}
      actions={editorActions(document, engine.data, id, () => setSaving(true))}
    >
      <EngineCallout engine={engine.data} error={engine.error} />
      {record && canKeep(engine.data) && <OutdatedCallout record={record} />}
      {!record && <IdField id={id} onChange={setId} />}
      <EuiFlexGroup gutterSize="m" alignItems="flexStart">
        <EuiFlexItem grow={2} style={{ minWidth: 0 }}>
          <EuiPanel>
            <ViewTabs views={views} view={view} onChange={show} />
            <EuiSpacer size="m" />
            {content()}
          </EuiPanel>
        </EuiFlexItem>
        <EuiFlexItem grow={1} style={{ minWidth: 0 }}>
          <EuiPanel>
            {body ? (
              <LintPanel
                {...{ findings, policy, gaps, edit }}
                indices={around.indices?.length}
                onGo={go}
              />
            ) : (
              <NoPolicy problem={read.problem} />
            )}
          </EuiPanel>
        </EuiFlexItem>
      </EuiFlexGroup>
      {saving && body && (
        <SaveDialog
          {...{ id, body, record, onSaved }}
          errors={findings.filter(({ severity }) => severity === 'error').length}
          onClose={() => setSaving(false)}
        />
      )}
    </PageFrame>
  );
};
