import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import type { DefinitionState } from './use_definition';

/** The form, or the definition as text. */
export const ViewTabs: React.FC<{ definition: DefinitionState }> = ({ definition }) => {
  const isText = definition.text !== undefined;
  return (
    <>
      <EuiTabs size="s">
        <EuiTab
          isSelected={!isText}
          disabled={definition.blocked}
          onClick={definition.close}
          data-test-subj="formTab"
        >
          {i18n.translate('watchkeeper.editor.formTab', { defaultMessage: 'Form' })}
        </EuiTab>
        <EuiTab
          isSelected={isText}
          onClick={() => {
            if (!isText) definition.open();
          }}
          data-test-subj="definitionTab"
        >
          {i18n.translate('watchkeeper.editor.definitionTab', {
            defaultMessage: 'Definition (JSON)',
          })}
        </EuiTab>
      </EuiTabs>
      <EuiSpacer size="m" />
    </>
  );
};
