import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiComboBox,
  EuiCompressedFieldText,
  EuiCompressedSwitch,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
} from '@elastic/eui';
import type { EuiComboBoxOptionOption } from '@elastic/eui';
import { useQuery } from '@tanstack/react-query';
import { MAX_NAME_LENGTH } from '../../../common/monitors/monitor';
import { useDebounced } from '../../shared/debounced';
import { monitorKeys, useMonitorsApi } from '../monitors_api';
import type { IndexSuggestions } from '../monitors_api';
import { searchOf } from './question';
import { setEnabled, setName, setSearch } from './changes';
import { useEditor } from './editor_model';
import { Field } from './field';
import { ScheduleFields } from './schedule_fields';
import { Section } from './section';

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

/** What was typed is an option of its own, so that a pattern needs no more than Enter. */
const IndicesField: React.FC = () => {
  const api = useMonitorsApi();
  const { draft, update } = useEditor();
  const { indices } = searchOf(draft);
  const [typed, setTyped] = useState('');
  const query = useDebounced(typed, SUGGESTION_PAUSE);
  const { data, isFetching } = useQuery({
    queryKey: monitorKeys.suggestions(query),
    queryFn: ({ signal }) => api.suggestIndices(query, signal),
    keepPreviousData: true,
    staleTime: 30_000,
  });
  const add = (names: string[]) =>
    update(setSearch({ indices: [...new Set([...indices, ...names])] }));
  const addTyped = (text: string) =>
    add(
      text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
    );
  return (
    <Field
      field="inputs.0.search.indices"
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
          onChange={(chosen) => update(setSearch({ indices: chosen.map(({ label }) => label) }))}
          onCreateOption={addTyped}
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

const NameField: React.FC = () => {
  const { draft, update, monitorId } = useEditor();
  return (
    <Field
      field="name"
      label={i18n.translate('watchkeeper.editor.nameLabel', { defaultMessage: 'Name' })}
    >
      {(isInvalid) => (
        <EuiCompressedFieldText
          fullWidth
          autoFocus={monitorId === ''}
          isInvalid={isInvalid}
          value={draft.name}
          onChange={(event) => update(setName(event.target.value))}
          placeholder={i18n.translate('watchkeeper.editor.namePlaceholder', {
            defaultMessage: 'What it watches, in at most {max} characters',
            values: { max: MAX_NAME_LENGTH },
          })}
          data-test-subj="nameInput"
        />
      )}
    </Field>
  );
};

/** Name, indices and schedule. */
export const BasicsSection: React.FC = () => {
  const { draft, update } = useEditor();
  return (
    <Section
      title={i18n.translate('watchkeeper.editor.basicsTitle', { defaultMessage: 'Monitor' })}
      actions={
        <EuiCompressedSwitch
          label={i18n.translate('watchkeeper.editor.enabledLabel', { defaultMessage: 'Enabled' })}
          checked={draft.enabled}
          onChange={(event) => update(setEnabled(event.target.checked))}
          data-test-subj="enabledSwitch"
        />
      }
    >
      <EuiFlexGroup gutterSize="m">
        <EuiFlexItem grow={3}>
          <NameField />
        </EuiFlexItem>
        <EuiFlexItem grow={4}>
          <IndicesField />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      <ScheduleFields />
    </Section>
  );
};
