import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
} from '@elastic/eui';
import { DiffView } from '../../shared/diff_view';
import { objectText } from './json_text';

/** Shows what changes before it is saved. */
export const DiffSaveDialog: React.FC<{
  name: string;
  before: unknown;
  after: unknown;
  /** What it does to others. */
  notice?: ReactNode;
  isSaving: boolean;
  onSave: () => void;
  onClose: () => void;
}> = ({ name, before, after, notice, isSaving, onSave, onClose, children }) => {
  const title = i18n.translate('watchkeeper.indexTemplates.saveTitle', {
    defaultMessage: 'Save “{name}”',
    values: { name },
  });
  return (
    <EuiModal onClose={onClose} aria-label={title} maxWidth={1000} data-test-subj="saveDialog">
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          <h2 className="eui-textBreakWord">{title}</h2>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        {notice}
        {children}
        <EuiSpacer size="s" />
        <DiffView
          before={objectText(before)}
          after={objectText(after)}
          beforeLabel={i18n.translate('watchkeeper.indexTemplates.beforeLabel', {
            defaultMessage: 'As it is saved',
          })}
          afterLabel={i18n.translate('watchkeeper.indexTemplates.afterLabel', {
            defaultMessage: 'As it would be',
          })}
          foldUnchanged
        />
      </EuiModalBody>
      <EuiModalFooter>
        <EuiSmallButtonEmpty onClick={onClose}>
          {i18n.translate('watchkeeper.indexTemplates.cancelLabel', { defaultMessage: 'Cancel' })}
        </EuiSmallButtonEmpty>
        <EuiSmallButton fill isLoading={isSaving} onClick={onSave} data-test-subj="saveConfirm">
          {i18n.translate('watchkeeper.indexTemplates.saveLabel', { defaultMessage: 'Save' })}
        </EuiSmallButton>
      </EuiModalFooter>
    </EuiModal>
  );
};
