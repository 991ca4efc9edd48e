import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiComboBox } from '@elastic/eui';
import type { EuiComboBoxOptionOption } from '@elastic/eui';
import { useQuery } from '@tanstack/react-query';
import { useDebounced } from '../../shared/debounced';
import { monitorKeys, useMonitorsApi } from '../monitors_api';
import type { IndexSuggestions } from '../monitors_api';
import { Field } from './field';

const SUGGESTION_PAUSE = 200;

const groups = (found: IndexSuggestions): Array<EuiComboBoxOptionOption<string>> =>
  [
    {
      label: i18n.translate('watchkeeper.editor.dataStreamsGroup', {
        defaultMessage: 'Data streams',
      }),
      names: found.data_streams,
    },
    {
      label: i18n.translate('watchkeeper.editor.aliasesGroup', { defaultMessage: 'Aliases' }),
      names: found.aliases,
    },
    {
      label: i18n.translate('watchkeeper.editor.indicesGroup', { defaultMessage: 'Indices' }),
      names: found.indices,
    },
  ]
    .filter(({ names }) => names.length > 0)
    .map(({ label, names }) => ({ label, options: names.map((name) => ({ label: name })) }));

const namesIn = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Indices and patterns. What was typed is an option of its own, so that a pattern needs no more than Enter. */
export const IndicesField: React.FC<{
  field: string;
  indices: readonly string[];
  onChange: (indices: string[]) => void;
}> = ({ field, indices, onChange }) => {
  const api = useMonitorsApi();
  const [typed, setTyped] = useState('');
  const query = useDebounced(typed, SUGGESTION_PAUSE);
  const { data, isFetching } = useQuery({
    queryKey: monitorKeys.suggestions(query),
    queryFn: ({ signal }) => api.suggestIndices(query, signal),
    keepPreviousData: true,
    staleTime: 30_000,
  });
  return (
    <Field
      field={field}
      label={i18n.translate('watchkeeper.editor.indicesLabel', { defaultMessage: 'Indices' })}
      helpText={i18n.translate('watchkeeper.editor.indicesHelpText', {
        defaultMessage: 'Indices, aliases, data streams, or patterns such as {example}.',
        values: { example: 'k8s-logs-*' },
      })}
    >
      {(isInvalid) => (
        <EuiComboBox<string>
          compressed
          fullWidth
          isInvalid={isInvalid}
          isLoading={isFetching}
          async
          options={data ? groups(data) : []}
          selectedOptions={indices.map((label) => ({ label }))}
          onChange={(chosen) => onChange(chosen.map(({ label }) => label))}
          onCreateOption={(text) => onChange([...new Set([...indices, ...namesIn(text)])])}
          onSearchChange={setTyped}
          customOptionText={i18n.translate('watchkeeper.editor.customIndexText', {
            defaultMessage: 'Use {pattern} as it is',
            values: { pattern: '{searchValue}' },
          })}
          placeholder={i18n.translate('watchkeeper.editor.indicesPlaceholder', {
            defaultMessage: 'Type a name or a pattern, and press Enter',
          })}
          data-test-subj="indicesComboBox"
        />
      )}
    </Field>
  );
};
