import React from 'react';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { appPaths } from '../../shared/app_paths';
import { useLinkTo } from '../../shared/links';
import { useMay, usePluginStatus } from '../../shared/plugin_status';

/** Why nothing can be saved, in words; undefined when it can. */
export const useSaveObstacle = (): string | undefined => {
  const mayWrite = useMay('write');
  const { data: status } = usePluginStatus();
  if (!mayWrite) {
    return i18n.translate('watchkeeper.destinations.form.mayNotWriteText', {
      defaultMessage: 'You may look at destinations, but not change them.',
    });
  }
  if (status && !status.encryption_key) {
    return i18n.translate('watchkeeper.destinations.form.noKeyText', {
      defaultMessage:
        'Saving is refused: there is no key to encrypt the secrets with. Set {setting} to at least 32 random characters and restart.',
      values: { setting: 'opensearch_watchkeeper.encryption_key' },
    });
  }
  return undefined;
};

export const FormButtons: React.FC<{
  isNew: boolean;
  isSaving: boolean;
  isTesting: boolean;
  onTest: () => void;
}> = ({ isNew, isSaving, isTesting, onTest }) => {
  const linkTo = useLinkTo();
  const obstacle = useSaveObstacle();
  const mayWrite = useMay('write');
  return (
    <>
      {obstacle && (
        <>
          <EuiText size="s" color="danger" data-test-subj="saveObstacle">
            <p>{obstacle}</p>
          </EuiText>
          <EuiSpacer size="s" />
        </>
      )}
      <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center" wrap>
        <EuiFlexItem grow={false}>
          <EuiSmallButton
            type="submit"
            fill
            isLoading={isSaving}
            isDisabled={obstacle !== undefined}
            data-test-subj="saveDestination"
          >
            {isNew
              ? i18n.translate('watchkeeper.destinations.form.createButtonLabel', {
                  defaultMessage: 'Create destination',
                })
              : i18n.translate('watchkeeper.destinations.form.saveButtonLabel', {
                  defaultMessage: 'Save changes',
                })}
          </EuiSmallButton>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiSmallButton
            iconType="play"
            isLoading={isTesting}
            isDisabled={!mayWrite}
            onClick={onTest}
            data-test-subj="testDestination"
          >
            {i18n.translate('watchkeeper.destinations.form.testButtonLabel', {
              defaultMessage: 'Send test message',
            })}
          </EuiSmallButton>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiSmallButtonEmpty {...linkTo(appPaths.destinations())} data-test-subj="cancel">
            {i18n.translate('watchkeeper.destinations.form.cancelButtonLabel', {
              defaultMessage: 'Cancel',
            })}
          </EuiSmallButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
    </>
  );
};
