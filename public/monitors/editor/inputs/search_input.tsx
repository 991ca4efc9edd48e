import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiFormLabel } from '@elastic/eui';
import { CodeEditor } from '../../../shared/code_editor';
import { useDebounced } from '../../../shared/debounced';
import { setSearch } from '../changes';
import { CoverageNotice } from '../coverage_notice';
import { useEditor } from '../editor_model';
import { FieldGroup } from '../field';
import { placedMessage, queryTextProblems } from '../json_lint';
import { searchOf } from '../question';

const LINT_PAUSE = 300;
const EDITOR_HEIGHT = '420px';
const FIELD = 'inputs.0.search.query';

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

/** The body of a search, of query-level and bucket-level monitors. */
export const SearchInputFields: React.FC = () => (
  <>
    <EuiFormLabel>
      {i18n.translate('watchkeeper.editor.queryPaneTitle', {
        defaultMessage: 'Extraction query',
      })}
    </EuiFormLabel>
    <QueryEditor />
    <CoverageNotice />
  </>
);
