import React, { useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { IndexDetail } from '../../../common/indices/indices_api';
import { newFields, typeConflicts } from '../../../common/indices/page/mapping';
import { isRecord } from '../../../common/json/record';
import { CodeEditor } from '../../shared/code_editor';
import type { EditorProblem } from '../../shared/code_editor';
import { EditError } from './edit_error';
import { useEdit } from './use_edit';

const EXAMPLE = `{
  "properties": {
    "level": { "type": "keyword" }
  }
}`;

interface Read {
  mapping?: Record<string, unknown>;
  problems: EditorProblem[];
}

const oneObjectText = (): string =>
  i18n.translate('watchkeeper.indices.mappingObjectText', {
    defaultMessage: 'Write one object with “properties”.',
  });

const read = (text: string, current: unknown): Read => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { problems: [{ message: error instanceof Error ? error.message : String(error) }] };
  }
  if (!isRecord(parsed)) return { problems: [{ message: oneObjectText() }] };
  const conflicts = typeConflicts(current, parsed).map(({ path, is, wanted }) => ({
    message: i18n.translate('watchkeeper.indices.typeConflictText', {
      defaultMessage:
        '{path} is {is} and cannot become {wanted}: its documents are stored as they are. Make a new index with the new type and reindex, or add the field under another name.',
      values: { path, is, wanted },
    }),
  }));
  return { mapping: parsed, problems: conflicts };
};

const addedText = (added: readonly string[]): string =>
  added.length === 0
    ? i18n.translate('watchkeeper.indices.noNewFieldsText', {
        defaultMessage: 'No field in it is new; parameters of those that are there may change.',
      })
    : i18n.translate('watchkeeper.indices.newFieldsText', {
        defaultMessage: 'New: {names}. A field stays once it is added.',
        values: { names: added.join(', ') },
      });

/** Fields by JSON; what would change a field that is there is refused before it is sent, and why. */
export const AddFields: React.FC<{ detail: IndexDetail; onClose: () => void }> = ({
  detail: { row, mappings },
  onClose,
}) => {
  const [text, setText] = useState(EXAMPLE);
  const editing = useEdit(row.name);
  const { mapping, problems } = useMemo(() => read(text, mappings), [text, mappings]);
  const added = mapping ? newFields(mappings, mapping) : [];
  const save = async (): Promise<void> => {
    if (!mapping) return;
    const done = i18n.translate('watchkeeper.indices.fieldsAddedText', {
      defaultMessage: 'The mapping of {name} is changed',
      values: { name: row.name },
    });
    if (await editing.send({ edit: 'mapping', mapping }, done)) onClose();
  };
  return (
    <>
      <EuiPanel paddingSize="s" hasShadow={false} hasBorder>
        <EditError error={editing.error} onReload={editing.forget} />
        <CodeEditor
          value={text}
          onChange={setText}
          language="json"
          ariaLabel={i18n.translate('watchkeeper.indices.addFieldsLabel', {
            defaultMessage: 'Fields to add, as JSON',
          })}
          problems={problems}
          minHeight="120px"
          maxHeight="40vh"
          data-test-subj="addFieldsJson"
        />
        <EuiSpacer size="s" />
        <EuiText size="s" aria-live="polite" data-test-subj="addFieldsNote">
          {problems.length > 0
            ? problems.map(({ message }) => (
                <p key={message} className="euiTextColor euiTextColor--danger">
                  {message}
                </p>
              ))
            : addedText(added)}
        </EuiText>
        <EuiSpacer size="s" />
        <EuiFlexGroup gutterSize="s" responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiSmallButton
              fill
              isDisabled={!mapping || problems.length > 0}
              isLoading={editing.isBusy}
              onClick={() => void save()}
              data-test-subj="addFieldsSave"
            >
              {i18n.translate('watchkeeper.indices.addFieldsSaveLabel', { defaultMessage: 'Add' })}
            </EuiSmallButton>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiSmallButtonEmpty onClick={onClose}>
              {i18n.translate('watchkeeper.indices.cancelButtonLabel', {
                defaultMessage: 'Cancel',
              })}
            </EuiSmallButtonEmpty>
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiPanel>
      <EuiSpacer size="m" />
    </>
  );
};
