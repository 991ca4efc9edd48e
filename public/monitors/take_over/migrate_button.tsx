import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiContextMenuItem, EuiContextMenuPanel, EuiPopover, EuiSmallButton } from '@elastic/eui';
import { useMay } from '../../shared/plugin_status';
import { SavedSearchFlyout } from '../saved_search/saved_search_flyout';
import { PasteFlyout } from './paste_flyout';
import { TakeOverFlyout } from './take_over_flyout';

type Opened = 'menu' | 'take_over' | 'paste' | 'saved_search';

/** Ways to bring monitors here from elsewhere. */
export const MigrateButton: React.FC = () => {
  const [opened, setOpened] = useState<Opened>();
  const mayWrite = useMay('write');
  const close = () => setOpened(undefined);
  const items = [
    <EuiContextMenuItem
      key="take_over"
      icon="merge"
      onClick={() => setOpened('take_over')}
      data-test-subj="takeOverItem"
    >
      {i18n.translate('watchkeeper.takeOver.takeOverItem', {
        defaultMessage: 'Take over from the Alerting plugin',
      })}
    </EuiContextMenuItem>,
    <EuiContextMenuItem
      key="paste"
      icon="copyClipboard"
      onClick={() => setOpened('paste')}
      data-test-subj="pasteItem"
    >
      {i18n.translate('watchkeeper.takeOver.pasteItem', { defaultMessage: 'Paste documents' })}
    </EuiContextMenuItem>,
    <EuiContextMenuItem
      key="saved_search"
      icon="discoverApp"
      onClick={() => setOpened('saved_search')}
      data-test-subj="savedSearchItem"
    >
      {i18n.translate('watchkeeper.takeOver.savedSearchItem', {
        defaultMessage: 'Create from a saved search',
      })}
    </EuiContextMenuItem>,
  ];
  return (
    <>
      <EuiPopover
        button={
          <EuiSmallButton
            iconType="arrowDown"
            iconSide="right"
            style={{ minWidth: 0 }}
            isDisabled={!mayWrite}
            onClick={() => setOpened(opened === 'menu' ? undefined : 'menu')}
            data-test-subj="migrateButton"
          >
            {i18n.translate('watchkeeper.takeOver.migrateButtonLabel', {
              defaultMessage: 'Migrate',
            })}
          </EuiSmallButton>
        }
        isOpen={opened === 'menu'}
        closePopover={() => setOpened((now) => (now === 'menu' ? undefined : now))}
        panelPaddingSize="none"
        anchorPosition="downRight"
      >
        <EuiContextMenuPanel items={items} size="s" />
      </EuiPopover>
      {opened === 'take_over' && <TakeOverFlyout onClose={close} />}
      {opened === 'paste' && <PasteFlyout onClose={close} />}
      {opened === 'saved_search' && <SavedSearchFlyout onClose={close} />}
    </>
  );
};
