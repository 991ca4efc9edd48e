import React, { useCallback, useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiSmallButtonEmpty, EuiText } from '@elastic/eui';
import { formatJson } from '../../../../common/json/format_json';
import { completeDsl } from '../../../../common/monitors/query_builder/complete_dsl';
import { CodeEditor } from '../../../shared/code_editor';
import { useDebounced } from '../../../shared/debounced';
import { useEditor } from '../editor_model';
import { placedMessage, queryTextProblems } from '../json_lint';
import { useIndexFields } from './use_index_fields';

const LINT_PAUSE = 300;
const EDITOR_HEIGHT = '420px';

/** A search body as text, with what may be written where. */
export const DslEditor: React.FC<{
  field: string;
  text: string;
  onText: (text: string) => void;
}> = ({ field, text, onText }) => {
  const { problemsAt } = useEditor();
  const { fields } = useIndexFields();
  const settled = useDebounced(text, LINT_PAUSE);
  const lint = useMemo(() => queryTextProblems(settled), [settled]);
  const problems = useMemo(
    () => (lint.length > 0 ? lint : problemsAt(field).filter(({ line }) => line !== undefined)),
    [lint, problemsAt, field]
  );
  const completion = useCallback(
    (body: string, offset: number, explicit: boolean) =>
      completeDsl(body, offset, fields, explicit),
    [fields]
  );
  return (
    <>
      <EuiFlexGroup
        gutterSize="s"
        responsive={false}
        alignItems="center"
        justifyContent="spaceBetween"
      >
        <EuiFlexItem>
          <EuiText size="xs" color="subdued">
            {i18n.translate('watchkeeper.queryBuilder.completionHelpText', {
              defaultMessage: 'Ctrl+Space lists what can be written.',
            })}
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiSmallButtonEmpty
            onClick={() => onText(formatJson(text))}
            data-test-subj="formatQueryButton"
          >
            {i18n.translate('watchkeeper.queryBuilder.formatButtonLabel', {
              defaultMessage: 'Format',
            })}
          </EuiSmallButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
      <CodeEditor
        value={text}
        onChange={onText}
        language="json"
        ariaLabel={i18n.translate('watchkeeper.editor.queryAriaLabel', {
          defaultMessage: 'Query, as JSON',
        })}
        problems={problems}
        completion={completion}
        minHeight={EDITOR_HEIGHT}
        maxHeight={EDITOR_HEIGHT}
        data-test-subj="queryEditor"
      />
      {lint.map((problem) => (
        <div key={problem.message} className="euiFormErrorText" data-test-subj="queryLint">
          {placedMessage(problem)}
        </div>
      ))}
    </>
  );
};
