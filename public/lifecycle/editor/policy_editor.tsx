import React, { useEffect, useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiPanel, EuiSpacer } from '@elastic/eui';
import type { PolicyRecord, SavedPolicy } from '../../../common/lifecycle/api';
import type { Path } from '../../../common/lifecycle/policy/policy';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { appPaths } from '../../shared/app_paths';
import type { CodeEditorProps } from '../../shared/code_editor';
import { jsonPlace } from '../../shared/json_place';
import { useGoTo } from '../../shared/links';
import { PageFrame } from '../../shared/page_frame';
import { useSaid } from '../../shared/said';
import { useToasts } from '../../shared/toasts';
import { useUnsavedGuard } from '../../shared/unsaved_guard';
import { OutdatedCallout } from '../change/outdated_callout';
import { policiesCrumb } from '../crumbs';
import { readText } from '../document/policy_text';
import { usePolicyDocument } from '../document/use_policy_document';
import { EngineCallout } from '../engine_callout';
import { completePolicy } from '../json/policy_completion';
import { canKeep, useEngine } from '../policy_queries';
import { SimulationView } from '../simulation/simulation_view';
import { goToPlace } from '../states/place_mark';
import { StatesView } from '../states/states_view';
import { GraphView } from '../graph/graph_view';
import { useArrangement } from '../graph/use_arrangement';
import { useUsage } from '../graph/use_usage';
import { SelectedForm, stillThere } from '../graph/selected_form';
import { useEditorPlace } from './editor_place';
import { IdField, NoPolicy, createTitle } from './editor_parts';
import { AgeView } from '../timeline/age_view';
import { editorActions } from './editor_actions';
import { JsonView, problemsIn } from './json_view';
import { LintPanel } from './lint_panel';
import { SaveDialog } from './save_dialog';
import { useLint } from './use_lint';
import { VersionsView } from './versions_view';
import { ViewTabs } from './view_tabs';
import type { EditorView } from './view_tabs';

/** Pixels that what stands beside a view needs. */
const LEAST_BESIDE = 200;
const WIDE: readonly EditorView[] = ['timeline', 'simulation', 'versions'];

/** Tables need room: on narrow pages the findings go below them. */
const roomOf = (view: EditorView) => ({ minWidth: WIDE.includes(view) ? 540 : 0 });

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
  const place = useEditorPlace(policy, startView);
  const { view, select, query } = place;
  const savedPolicy = useMemo(() => readPolicy(readText(saved).body), [saved]);
  const arrangement = useArrangement(record?.id, policy, savedPolicy);
  const { findings, around, gaps } = useLint(body, policy, record?.id, others);
  const { said } = useSaid();
  const problems = useMemo(
    () => problemsIn({ text, read }, findings, said),
    [text, read, findings, said]
  );

  const completion = completePolicy({
    states: policy.states.map(({ name }) => name),
    repositories: around.repositories ?? [],
    channels: around.channels ?? [],
  });
  const usage = useUsage(record);
  const selected = stillThere(policy, place.selected);
  const rollsOver = findings.every(({ rule }) => rule !== 'rollover_fails');

  // A pasted answer of the cluster brings its id along.
  useEffect(() => {
    if (read.id !== undefined) setId((before) => before || (read.id ?? ''));
  }, [read.id]);

  // Once nothing is unsaved any more, a new policy gets a page of its own.
  useEffect(() => {
    if (!opened && record && !isDirty) leaveFor(appPaths.policy(record.id, query));
  }, [opened, record, isDirty, leaveFor, query]);

  const go = (path: Path) => {
    if (view === 'states' && goToPlace(path)) return;
    if (view === 'graph' && path[0] === 'states' && typeof path[1] === 'number') {
      select(path.slice(0, path[2] === 'transitions' ? 4 : 2));
      return;
    }
    place.show('json');
    setGoTo(jsonPlace(text, [...read.wrapper, ...path]));
  };
  const show = (next: EditorView) => {
    setGoTo(undefined);
    place.show(next);
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
    if (view === 'json') {
      return <JsonView policy={document} {...{ problems, goTo, completion }} />;
    }
    if (!body) return <NoPolicy problem={read.problem} />;
    if (view === 'timeline') return <AgeView {...{ policy, rollsOver }} now={around.now} />;
    if (view === 'simulation') {
      return (
        <SimulationView {...{ policy, body, around, rollsOver, others }} onOthers={setOthers} />
      );
    }
    if (view === 'versions') return <VersionsView id={id} body={body} onRestore={write} />;
    if (view === 'graph') {
      return (
        <GraphView
          {...{ body, policy, arrangement, usage, findings, edit, selected }}
          onSelect={select}
        />
      );
    }
    return <StatesView {...{ body, findings, edit }} />;
  };
  const title = record?.id ?? createTitle();
  const views: EditorView[] = [
    'graph',
    'states',
    'timeline',
    'simulation',
    'json',
    ...(record ? ['versions' as const] : []),
  ];
  return (
    <PageFrame
      title={title}
      crumbs={[policiesCrumb(), { text: title }]}
      actions={editorActions(document, engine.data, { id, isNew: !record }, () => setSaving(true))}
    >
      <EngineCallout engine={engine.data} error={engine.error} />
      {record && canKeep(engine.data) && <OutdatedCallout record={record} />}
      {!record && <IdField id={id} onChange={setId} />}
      <EuiFlexGroup gutterSize="m" alignItems="flexStart" wrap>
        <EuiFlexItem grow={view === 'graph' ? 3 : 2} style={roomOf(view)}>
          <EuiPanel>
            <ViewTabs views={views} view={view} onChange={show} />
            <EuiSpacer size="m" />
            {content()}
          </EuiPanel>
        </EuiFlexItem>
        <EuiFlexItem grow={view === 'graph' ? 2 : 1} style={{ minWidth: LEAST_BESIDE }}>
          {view === 'graph' && body && (
            <SelectedForm {...{ body, policy, findings, edit, selected }} onSelect={select} />
          )}
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
