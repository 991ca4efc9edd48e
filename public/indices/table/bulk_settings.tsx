import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiFlexGroup,
  EuiFlexItem,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { ActAnswer } from '../../../common/indices/indices_api';
import { BULK_SETTINGS_PATH } from '../../../common/indices/page/bulk_settings';
import { readSettings } from '../../../common/indices/page/settings';
import type { FlatSettings } from '../../../common/indices/page/settings';
import { toApiError } from '../../shared/api_client';
import type { ApiError } from '../../shared/api_client';
import { CodeEditor } from '../../shared/code_editor';
import { useMay } from '../../shared/plugin_status';
import { useServices } from '../../shared/services';
import { useToasts } from '../../shared/toasts';
import { EditError } from '../page/edit_error';
import { settingLabel } from '../page/setting_words';

/** Those that are changed for many most often. */
const QUICK = ['index.number_of_replicas', 'index.refresh_interval'] as const;

const MOST_NAMED = 10;

const title = (count: number): string =>
  i18n.translate('watchkeeper.indices.bulkSettingsTitle', {
    defaultMessage: 'Settings of {count, plural, one {# index} other {# indices}}',
    values: { count },
  });

const Names: React.FC<{ indices: readonly string[] }> = ({ indices }) => (
  <EuiText size="s" className="eui-textBreakWord" data-test-subj="bulkSettingsNames">
    <p>
      {indices.slice(0, MOST_NAMED).join(', ')}
      {indices.length > MOST_NAMED &&
        ` ${i18n.translate('watchkeeper.indices.bulkMoreText', {
          defaultMessage: 'and {count, number} more',
          values: { count: indices.length - MOST_NAMED },
        })}`}
    </p>
  </EuiText>
);

/** What is given to all: the fields that are filled, and what is written beside them. */
const useDraft = () => {
  const [quick, setQuick] = useState<Readonly<Record<string, string>>>({});
  const [text, setText] = useState('{}');
  const read = readSettings(text);
  const filled = Object.entries(quick).flatMap(([name, value]) =>
    value.trim() === '' ? [] : [[name, value.trim()] as const]
  );
  const changes: FlatSettings = { ...read.settings, ...Object.fromEntries(filled) };
  return { quick, setQuick, text, setText, changes, problem: read.problem };
};

const Dialog: React.FC<{
  indices: readonly string[];
  onClose: () => void;
  onDone: (answer: ActAnswer) => void;
}> = ({ indices, onClose, onDone }) => {
  const { api } = useServices();
  const toasts = useToasts();
  const draft = useDraft();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const body = { indices, changes: draft.changes };
      const answer = await api.post<ActAnswer>(BULK_SETTINGS_PATH, body);
      const values = { count: answer.done.length };
      if (answer.done.length > 0) {
        toasts.success(
          i18n.translate('watchkeeper.indices.bulkSettingsDoneText', {
            defaultMessage:
              'Settings of {count, plural, one {# index} other {# indices}} are changed',
            values,
          })
        );
      }
      onDone(answer);
    } catch (thrown) {
      setError(toApiError(thrown));
      setBusy(false);
    }
  };
  return (
    <EuiModal onClose={onClose} aria-label={title(indices.length)} data-test-subj="bulkSettings">
      <EuiModalHeader>
        <EuiModalHeaderTitle>{title(indices.length)}</EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <EditError error={error} onReload={onClose} />
        <Names indices={indices} />
        <EuiSpacer size="m" />
        <EuiFlexGroup gutterSize="s">
          {QUICK.map((name) => (
            <EuiFlexItem key={name}>
              <EuiCompressedFormRow label={settingLabel(name)} helpText={name}>
                <EuiCompressedFieldText
                  value={draft.quick[name] ?? ''}
                  placeholder={i18n.translate('watchkeeper.indices.unchangedPlaceholder', {
                    defaultMessage: 'As it is',
                  })}
                  onChange={(event) =>
                    draft.setQuick({ ...draft.quick, [name]: event.target.value })
                  }
                  data-test-subj={`bulk-${name}`}
                />
              </EuiCompressedFormRow>
            </EuiFlexItem>
          ))}
        </EuiFlexGroup>
        <EuiSpacer size="s" />
        <EuiText size="xs">
          {i18n.translate('watchkeeper.indices.otherSettingsLabel', {
            defaultMessage: 'Other settings, as JSON',
          })}
        </EuiText>
        <CodeEditor
          value={draft.text}
          onChange={draft.setText}
          language="json"
          ariaLabel={i18n.translate('watchkeeper.indices.otherSettingsLabel', {
            defaultMessage: 'Other settings, as JSON',
          })}
          problems={draft.problem === undefined ? [] : [{ message: draft.problem }]}
          minHeight="80px"
          maxHeight="30vh"
        />
      </EuiModalBody>
      <EuiModalFooter>
        <EuiSmallButtonEmpty onClick={onClose}>
          {i18n.translate('watchkeeper.indices.cancelButtonLabel', { defaultMessage: 'Cancel' })}
        </EuiSmallButtonEmpty>
        <EuiSmallButton
          fill
          isLoading={isBusy}
          isDisabled={draft.problem !== undefined || Object.keys(draft.changes).length === 0}
          onClick={() => void save()}
          data-test-subj="bulkSettingsSave"
        >
          {i18n.translate('watchkeeper.indices.bulkSettingsSaveLabel', {
            defaultMessage: 'Change {count, plural, one {# index} other {# indices}}',
            values: { count: indices.length },
          })}
        </EuiSmallButton>
      </EuiModalFooter>
    </EuiModal>
  );
};

/** Opens the dialog that gives the same settings to the selection. */
export const BulkSettingsButton: React.FC<{
  indices: readonly string[];
  onDone: (answer: ActAnswer) => void;
}> = ({ indices, onDone }) => {
  const [isOpen, setOpen] = useState(false);
  const mayWrite = useMay('write');
  if (!mayWrite) return null;
  return (
    <>
      <EuiSmallButton onClick={() => setOpen(true)} data-test-subj="openBulkSettings">
        {i18n.translate('watchkeeper.indices.settingsTitle', { defaultMessage: 'Settings' })}
      </EuiSmallButton>
      {isOpen && (
        <Dialog
          indices={indices}
          onClose={() => setOpen(false)}
          onDone={(answer) => {
            setOpen(false);
            onDone(answer);
          }}
        />
      )}
    </>
  );
};
