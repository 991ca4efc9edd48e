import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFormLabel, EuiText } from '@elastic/eui';
import { MAX_PPL_LENGTH } from '../../../../common/monitors/input';
import { CodeEditor } from '../../../shared/code_editor';
import { setPpl } from '../changes';
import { useEditor } from '../editor_model';
import { FieldGroup } from '../field';

const FIELD = 'inputs.0.ppl_input';

/** A query in PPL. */
export const PplFields: React.FC = () => {
  const { draft, update } = useEditor();
  if (draft.monitor_type !== 'ppl_monitor') return null;
  const [{ ppl_input: input }] = draft.inputs;
  const label = i18n.translate('watchkeeper.editor.pplLabel', { defaultMessage: 'Query (PPL)' });
  return (
    <FieldGroup field={FIELD}>
      <EuiFormLabel>{label}</EuiFormLabel>
      <CodeEditor
        value={input.query}
        onChange={(query) => update(setPpl({ query }))}
        language="plain"
        ariaLabel={label}
        minHeight="120px"
        maxHeight="320px"
        data-test-subj="pplEditor"
      />
      <EuiText size="xs" color="subdued">
        {i18n.translate('watchkeeper.editor.pplHelpText', {
          defaultMessage:
            'At most {max} characters. For the last ten minutes, for example: {example}',
          values: {
            max: MAX_PPL_LENGTH,
            example: '| where @timestamp > DATE_SUB(NOW(), INTERVAL 10 MINUTE)',
          },
        })}
      </EuiText>
    </FieldGroup>
  );
};
