import React, { useCallback } from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGrid, EuiFlexItem } from '@elastic/eui';
import { setFields } from '../changes';
import { useEditor } from '../editor_model';
import { PairsField } from '../fields/pairs_field';
import { TextField, unlessBlank } from '../fields/text_fields';
import { WordsField } from '../fields/words_field';

type Pairs = Record<string, string> | undefined;

const OwnerFields: React.FC = () => {
  const { draft, update } = useEditor();
  return (
    <>
      <EuiFlexItem>
        <WordsField
          field="tags"
          label={i18n.translate('watchkeeper.editor.tagsLabel', { defaultMessage: 'Tags' })}
          helpText={i18n.translate('watchkeeper.editor.tagsHelpText', {
            defaultMessage: 'The list of monitors is searched by them.',
          })}
          words={draft.tags ?? []}
          onChange={(tags) => update(setFields({ tags: tags.length === 0 ? undefined : tags }))}
          mark="tagsInput"
        />
      </EuiFlexItem>
      <EuiFlexItem>
        <TextField
          field="owner"
          label={i18n.translate('watchkeeper.editor.ownerLabel', { defaultMessage: 'Owner' })}
          helpText={i18n.translate('watchkeeper.editor.ownerHelpText', {
            defaultMessage: 'The team or person to ask about it.',
          })}
          value={draft.owner ?? ''}
          onChange={(owner) => update(setFields({ owner: unlessBlank(owner) }))}
          mark="ownerInput"
        />
      </EuiFlexItem>
      <EuiFlexItem>
        <TextField
          field="runbook_url"
          label={i18n.translate('watchkeeper.editor.runbookLabel', {
            defaultMessage: 'Runbook URL',
          })}
          helpText={i18n.translate('watchkeeper.editor.runbookHelpText', {
            defaultMessage: 'What to do about its alerts.',
          })}
          placeholder="https://wiki.example.com/runbooks/checkout"
          value={draft.runbook_url ?? ''}
          onChange={(url) => update(setFields({ runbook_url: unlessBlank(url) }))}
          mark="runbookInput"
        />
      </EuiFlexItem>
    </>
  );
};

const words = () => ({
  nameLabel: i18n.translate('watchkeeper.editor.labelNameLabel', { defaultMessage: 'Name' }),
  valueLabel: i18n.translate('watchkeeper.editor.labelValueLabel', {
    defaultMessage: 'Value, for example {example}',
    values: { example: '{{group.host}}' },
  }),
});

/** Who a monitor belongs to, and what its alerts carry along. */
export const LabelFields: React.FC = () => {
  const { draft, update } = useEditor();
  const putLabels = useCallback((labels: Pairs) => update(setFields({ labels })), [update]);
  const putAnnotations = useCallback(
    (annotations: Pairs) => update(setFields({ annotations })),
    [update]
  );
  return (
    <EuiFlexGrid columns={2} gutterSize="m">
      <OwnerFields />
      <EuiFlexItem />
      <EuiFlexItem>
        <PairsField
          field="labels"
          label={i18n.translate('watchkeeper.editor.labelsLabel', { defaultMessage: 'Labels' })}
          helpText={i18n.translate('watchkeeper.editor.labelsHelpText', {
            defaultMessage:
              'They go with every alert and message, to route and group by. Mustache: {variables}',
            values: {
              variables:
                '{{monitor.name}} {{trigger.name}} {{trigger.severity}} {{group.host}} {{value}}',
            },
          })}
          pairs={draft.labels}
          onChange={putLabels}
          addLabel={i18n.translate('watchkeeper.editor.addLabelLabel', {
            defaultMessage: 'Add label',
          })}
          mark="labels"
          {...words()}
        />
      </EuiFlexItem>
      <EuiFlexItem>
        <PairsField
          field="annotations"
          label={i18n.translate('watchkeeper.editor.annotationsLabel', {
            defaultMessage: 'Annotations',
          })}
          helpText={i18n.translate('watchkeeper.editor.annotationsHelpText', {
            defaultMessage: 'As labels, but only to be read: a summary, a hint.',
          })}
          pairs={draft.annotations}
          onChange={putAnnotations}
          addLabel={i18n.translate('watchkeeper.editor.addAnnotationLabel', {
            defaultMessage: 'Add annotation',
          })}
          mark="annotations"
          {...words()}
        />
      </EuiFlexItem>
    </EuiFlexGrid>
  );
};
