import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiFormLabel, EuiSmallButton } from '@elastic/eui';
import { CodeEditor } from '../../shared/code_editor';
import { useDebounced } from '../../shared/debounced';
import { searchOf } from './question';
import { setSearch } from './changes';
import { CoverageNotice } from './coverage_notice';
import { useEditor } from './editor_model';
import { FieldGroup } from './field';
import { placedMessage, queryTextProblems } from './json_lint';
import { RunResult } from './run_result';
import { Section } from './section';

const LINT_PAUSE = 300;
const EDITOR_HEIGHT = '420px';
/** Above it are the counts and the chart. */
const RESULT_HEIGHT = '260px';
const FIELD = 'inputs.0.search.query';

const RunButton: React.FC = () => {
  const { draft, runner } = useEditor();
  const { indices, query } = searchOf(draft);
  const lacks =
    indices.length === 0
      ? i18n.translate('watchkeeper.editor.runLacksIndicesText', {
          defaultMessage: 'Choose an index first',
        })
      : undefined;
  return (
    <EuiSmallButton
      iconType="play"
      fill
      isLoading={runner.running}
      isDisabled={lacks !== undefined || queryTextProblems(query).length > 0}
      title={lacks}
      onClick={runner.run}
      data-test-subj="runQueryButton"
    >
      {i18n.translate('watchkeeper.editor.runButtonLabel', { defaultMessage: 'Run' })}
    </EuiSmallButton>
  );
};

const QueryEditor: React.FC = () => {
  const { draft, update, problemsAt } = useEditor();
  const { query } = searchOf(draft);
  const settled = useDebounced(query, LINT_PAUSE);
  const lint = useMemo(() => queryTextProblems(settled), [settled]);
  const problems = useMemo(
    () => (lint.length > 0 ? lint : problemsAt(FIELD).filter(({ line }) => line !== undefined)),
    [lint, problemsAt]
  );
  return (
    <FieldGroup field={FIELD}>
      <CodeEditor
        value={query}
        onChange={(text) => update(setSearch({ query: text }))}
        language="json"
        ariaLabel={i18n.translate('watchkeeper.editor.queryAriaLabel', {
          defaultMessage: 'Query, as JSON',
        })}
        problems={problems}
        minHeight={EDITOR_HEIGHT}
        maxHeight={EDITOR_HEIGHT}
        data-test-subj="queryEditor"
      />
      {lint.map((problem) => (
        <div key={problem.message} className="euiFormErrorText" data-test-subj="queryLint">
          {placedMessage(problem)}
        </div>
      ))}
    </FieldGroup>
  );
};

/** The query, and beside it what the cluster makes of it. */
export const QuerySection: React.FC = () => (
  <Section
    title={i18n.translate('watchkeeper.editor.queryTitle', { defaultMessage: 'Query' })}
    description={i18n.translate('watchkeeper.editor.queryDescription', {
      defaultMessage:
        'A search body in the query DSL. {start} and {end} become the period of each run, in epoch milliseconds.',
      values: { start: '{{period_start}}', end: '{{period_end}}' },
    })}
    actions={<RunButton />}
  >
    <EuiFlexGroup gutterSize="m" responsive={false}>
      <EuiFlexItem style={{ minWidth: 0, flexBasis: '50%' }}>
        <EuiFormLabel>
          {i18n.translate('watchkeeper.editor.queryPaneTitle', {
            defaultMessage: 'Extraction query',
          })}
        </EuiFormLabel>
        <QueryEditor />
        <CoverageNotice />
      </EuiFlexItem>
      <EuiFlexItem style={{ minWidth: 0, flexBasis: '50%' }}>
        <div>
          <RunResult height={RESULT_HEIGHT} />
        </div>
      </EuiFlexItem>
    </EuiFlexGroup>
  </Section>
);
