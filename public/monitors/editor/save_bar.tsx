import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiText,
} from '@elastic/eui';
import type { AppPath } from '../../shared/app_paths';
import { useLinkTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';

const MAX_NOTE_LENGTH = 1000;

const noteLabel = (): string =>
  i18n.translate('watchkeeper.editor.notePlaceholder', {
    defaultMessage: 'Note about this change (optional)',
  });

/** Always in reach: at the bottom of the window, however long the form is. Its children stand above the buttons. */
export const SaveBar: React.FC<{
  isNew: boolean;
  dirty: boolean;
  saving: boolean;
  problemCount: number;
  note: string;
  onNote: (note: string) => void;
  cancelTo: AppPath;
  onSave: () => void;
}> = ({ isNew, dirty, saving, problemCount, note, onNote, cancelTo, onSave, children }) => {
  const linkTo = useLinkTo();
  const mayWrite = useMay('write');
  return (
    <div style={{ position: 'sticky', bottom: 0, zIndex: 900 }}>
      <EuiPanel paddingSize="s" data-test-subj="saveBar">
        <div style={{ maxHeight: '40vh', overflow: 'auto' }}>{children}</div>
        <EuiFlexGroup
          alignItems="center"
          justifyContent="flexEnd"
          gutterSize="s"
          responsive={false}
        >
          <EuiFlexItem>
            <EuiText
              size="s"
              color={problemCount > 0 ? 'danger' : 'subdued'}
              role="status"
              data-test-subj="saveBarText"
            >
              {problemCount > 0
                ? i18n.translate('watchkeeper.editor.problemCountText', {
                    defaultMessage:
                      '{count, plural, one {# field needs} other {# fields need}} attention',
                    values: { count: problemCount },
                  })
                : dirty
                  ? i18n.translate('watchkeeper.editor.unsavedText', {
                      defaultMessage: 'Not saved yet',
                    })
                  : ''}
            </EuiText>
          </EuiFlexItem>
          <EuiFlexItem grow={false} style={{ minWidth: 0, width: 280 }}>
            <EuiCompressedFieldText
              value={note}
              maxLength={MAX_NOTE_LENGTH}
              onChange={(event) => onNote(event.target.value)}
              placeholder={noteLabel()}
              aria-label={noteLabel()}
              data-test-subj="saveNote"
            />
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiSmallButtonEmpty {...linkTo(cancelTo)} data-test-subj="cancelButton">
              {i18n.translate('watchkeeper.editor.cancelButtonLabel', { defaultMessage: 'Cancel' })}
            </EuiSmallButtonEmpty>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiSmallButton
              fill
              isLoading={saving}
              isDisabled={!mayWrite}
              onClick={onSave}
              data-test-subj="saveMonitorButton"
            >
              {isNew
                ? i18n.translate('watchkeeper.editor.createButtonLabel', {
                    defaultMessage: 'Create',
                  })
                : i18n.translate('watchkeeper.editor.saveButtonLabel', { defaultMessage: 'Save' })}
            </EuiSmallButton>
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiPanel>
    </div>
  );
};
