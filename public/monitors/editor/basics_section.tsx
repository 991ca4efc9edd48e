import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldText,
  EuiCompressedSwitch,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
} from '@elastic/eui';
import { MAX_NAME_LENGTH, isSearchMonitor } from '../../../common/monitors/monitor';
import { typeLabel } from '../type_words';
import { setDocLevelInput, setEnabled, setName, setSearch } from './changes';
import { useEditor } from './editor_model';
import { Field } from './field';
import { IndicesField } from './indices_field';
import { ScheduleFields } from './schedule_fields';
import { Section } from './section';

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

/** Of the types that look into indices. */
const Indices: React.FC = () => {
  const { draft, update } = useEditor();
  if (isSearchMonitor(draft)) {
    return (
      <IndicesField
        field="inputs.0.search.indices"
        indices={draft.inputs[0].search.indices}
        onChange={(indices) => update(setSearch({ indices }))}
      />
    );
  }
  if (draft.monitor_type !== 'doc_level_monitor') return null;
  return (
    <IndicesField
      field="inputs.0.doc_level_input.indices"
      indices={draft.inputs[0].doc_level_input.indices}
      onChange={(indices) => update(setDocLevelInput({ indices }))}
    />
  );
};

const title = (): string =>
  i18n.translate('watchkeeper.editor.basicsTitle', { defaultMessage: 'Monitor' });

/** Name, indices and schedule. */
export const BasicsSection: React.FC = () => {
  const { draft, update, monitorId } = useEditor();
  return (
    <Section
      id="basics"
      title={title()}
      // A new monitor's type stands above, to be chosen.
      description={monitorId === '' ? undefined : typeLabel(draft.monitor_type)}
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
          <Indices />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      <ScheduleFields />
    </Section>
  );
};
