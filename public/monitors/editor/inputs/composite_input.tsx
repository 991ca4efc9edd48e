import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiComboBox, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import type { MonitorSummary } from '../../../../common/monitors/api';
import { appPaths } from '../../../shared/app_paths';
import { PageLink } from '../../../shared/links';
import { RemoveButton } from '../../../shared/remove_button';
import { typeLabel } from '../../type_words';
import { setDelegates } from '../changes';
import type { Delegate } from '../changes';
import { useEditor } from '../editor_model';
import { Field, FieldGroup } from '../field';
import { useOtherMonitors } from './other_monitors';

const FIELD = 'inputs.0.composite_input.sequence.delegates';

/** Numbered from 1, as the neighbour demands. */
const inOrder = (delegates: readonly Delegate[]): Delegate[] =>
  delegates.map((delegate, i) => ({ ...delegate, order: i + 1 }));

const ChosenMonitor: React.FC<{
  delegate: Delegate;
  field: string;
  monitor: MonitorSummary | undefined;
  isKnown: boolean;
  onRemove: () => void;
}> = ({ delegate: { monitor_id: id }, field, monitor, isKnown, onRemove }) => (
  <FieldGroup field={field}>
    <EuiFlexGroup
      gutterSize="s"
      alignItems="center"
      responsive={false}
      data-test-subj="chosenMonitor"
    >
      <EuiFlexItem>
        <EuiText size="s">
          <PageLink to={appPaths.monitor(id)}>{monitor?.name ?? id}</PageLink>
          {monitor && ` · ${typeLabel(monitor.monitor_type)}`}
        </EuiText>
        {isKnown && !monitor && (
          <EuiText size="xs" color="danger">
            {i18n.translate('watchkeeper.editor.delegateGoneText', {
              defaultMessage: 'There is no such monitor.',
            })}
          </EuiText>
        )}
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <RemoveButton
          label={i18n.translate('watchkeeper.editor.removeDelegateAriaLabel', {
            defaultMessage: 'Leave out {name}',
            values: { name: monitor?.name ?? id },
          })}
          mark="removeDelegateButton"
          onRemove={onRemove}
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  </FieldGroup>
);

const AddMonitor: React.FC<{
  monitors: readonly MonitorSummary[];
  isLoading: boolean;
  onAdd: (id: string) => void;
}> = ({ monitors, isLoading, onAdd }) => (
  <Field
    field={FIELD}
    own
    label={i18n.translate('watchkeeper.editor.addDelegateLabel', {
      defaultMessage: 'Add a monitor',
    })}
    helpText={i18n.translate('watchkeeper.editor.addDelegateHelpText', {
      defaultMessage: 'Monitors of every type but composite ones.',
    })}
  >
    {(isInvalid) => (
      <EuiComboBox<string>
        compressed
        fullWidth
        isInvalid={isInvalid}
        isLoading={isLoading}
        singleSelection={{ asPlainText: true }}
        options={monitors.map(({ id, name }) => ({ label: name, value: id, key: id }))}
        selectedOptions={[]}
        onChange={([chosen]) => {
          if (chosen?.value) onAdd(chosen.value);
        }}
        placeholder={i18n.translate('watchkeeper.editor.addDelegatePlaceholder', {
          defaultMessage: 'Search by name',
        })}
        data-test-subj="addDelegateComboBox"
      />
    )}
  </Field>
);

/** The monitors whose alerts are combined. */
export const CompositeFields: React.FC = () => {
  const { draft, update, monitorId } = useEditor();
  const { monitors, isFetching } = useOtherMonitors(monitorId);
  if (draft.monitor_type !== 'composite_monitor') return null;
  const [{ composite_input: input }] = draft.inputs;
  const { delegates } = input.sequence;
  const put = (next: readonly Delegate[]) => update(setDelegates(inOrder(next)));
  const isChosen = (id: string) => delegates.some(({ monitor_id: chosen }) => chosen === id);
  return (
    <>
      {delegates.map((delegate, index) => (
        <ChosenMonitor
          key={`${delegate.monitor_id} ${index}`}
          delegate={delegate}
          field={`${FIELD}.${index}`}
          monitor={monitors?.find(({ id }) => id === delegate.monitor_id)}
          isKnown={monitors !== undefined}
          onRemove={() => put(delegates.filter((_, i) => i !== index))}
        />
      ))}
      {delegates.length > 0 && <EuiSpacer size="m" />}
      <AddMonitor
        monitors={(monitors ?? []).filter(({ id }) => !isChosen(id))}
        isLoading={isFetching}
        onAdd={(id) => put([...delegates, { order: 0, monitor_id: id }])}
      />
    </>
  );
};
