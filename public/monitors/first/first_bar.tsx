import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSmallButton,
  EuiSmallButtonEmpty,
} from '@elastic/eui';
import { appPaths } from '../../shared/app_paths';
import { useLinkTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';

/** Always in reach. Its children stand before the buttons. */
export const FirstBar: React.FC<{
  busy: boolean;
  /** Blanks are open. */
  incomplete: boolean;
  onCreate: () => void;
  onAllSettings: () => void;
}> = ({ busy, incomplete, onCreate, onAllSettings, children }) => {
  const linkTo = useLinkTo();
  const mayWrite = useMay('write');
  return (
    <div style={{ position: 'sticky', bottom: 0, zIndex: 900 }}>
      <EuiPanel paddingSize="s">
        <EuiFlexGroup
          alignItems="center"
          justifyContent="flexEnd"
          gutterSize="s"
          responsive={false}
        >
          <EuiFlexItem>{children}</EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiSmallButtonEmpty {...linkTo(appPaths.monitors())}>
              {i18n.translate('watchkeeper.editor.cancelButtonLabel', { defaultMessage: 'Cancel' })}
            </EuiSmallButtonEmpty>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiSmallButton
              onClick={onAllSettings}
              isDisabled={busy}
              data-test-subj="firstAllSettings"
            >
              {i18n.translate('watchkeeper.first.allSettingsButtonLabel', {
                defaultMessage: 'All settings',
              })}
            </EuiSmallButton>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiSmallButton
              fill
              isLoading={busy}
              isDisabled={!mayWrite || incomplete}
              onClick={onCreate}
              data-test-subj="firstCreate"
            >
              {i18n.translate('watchkeeper.editor.createButtonLabel', { defaultMessage: 'Create' })}
            </EuiSmallButton>
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiPanel>
    </div>
  );
};
