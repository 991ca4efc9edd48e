import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSwitch, EuiSmallButton, EuiSpacer, EuiText } from '@elastic/eui';
import type { DocQuery } from '../../../../common/monitors/input';
import { setDocLevelInput } from '../changes';
import { useEditor } from '../editor_model';
import { FieldGroup } from '../field';
import { TextField } from '../fields/text_fields';
import { newDocQuery } from '../new_monitor';
import { DocQueryCard } from './doc_query_card';

const FIELD = 'inputs.0.doc_level_input';

const SingleAlertSwitch: React.FC = () => {
  const { draft, update } = useEditor();
  if (draft.monitor_type !== 'doc_level_monitor') return null;
  return (
    <>
      <EuiCompressedSwitch
        label={i18n.translate('watchkeeper.editor.singleAlertLabel', {
          defaultMessage: 'One alert a trigger, however many documents match',
        })}
        checked={draft.should_create_single_alert_for_findings ?? false}
        onChange={({ target }) =>
          update((now) =>
            now.monitor_type === 'doc_level_monitor'
              ? { ...now, should_create_single_alert_for_findings: target.checked || undefined }
              : now
          )
        }
        data-test-subj="singleAlertSwitch"
      />
      <EuiText size="xs" color="subdued">
        {i18n.translate('watchkeeper.editor.singleAlertHelpText', {
          defaultMessage:
            'Off: each document that matches is an alert, which stays until it is acknowledged.',
        })}
      </EuiText>
    </>
  );
};

/** Queries that each new document is held against. */
export const DocLevelFields: React.FC = () => {
  const { draft, update } = useEditor();
  if (draft.monitor_type !== 'doc_level_monitor') return null;
  const [{ doc_level_input: input }] = draft.inputs;
  const { queries, description } = input;
  const put = (next: DocQuery[]) => update(setDocLevelInput({ queries: next }));
  return (
    <>
      <TextField
        field={`${FIELD}.description`}
        label={i18n.translate('watchkeeper.editor.docDescriptionLabel', {
          defaultMessage: 'Description (optional)',
        })}
        value={description}
        onChange={(next) => update(setDocLevelInput({ description: next }))}
        mark="docDescriptionInput"
      />
      <EuiSpacer size="m" />
      {queries.map((query, index) => (
        <DocQueryCard
          key={query.id}
          query={query}
          field={`${FIELD}.queries.${index}`}
          onChange={(next) => put(queries.map((other, i) => (i === index ? next : other)))}
          onRemove={() => put(queries.filter((_, i) => i !== index))}
        />
      ))}
      <FieldGroup field={`${FIELD}.queries`} own>
        <EuiSmallButton
          iconType="plusInCircle"
          onClick={() => put([...queries, newDocQuery(queries)])}
          data-test-subj="addDocQueryButton"
        >
          {i18n.translate('watchkeeper.editor.addDocQueryButtonLabel', {
            defaultMessage: 'Add query',
          })}
        </EuiSmallButton>
      </FieldGroup>
      <EuiSpacer size="m" />
      <SingleAlertSwitch />
    </>
  );
};
