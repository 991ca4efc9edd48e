import {
  EuiButton,
  EuiHeaderSectionItemButton,
  EuiIcon,
  EuiPopover,
  EuiPopoverTitle,
} from '@elastic/eui';
import type { HttpSetup } from 'opensearch-dashboards/public';
import React, { useState } from 'react';
import { i18n } from '../i18n';

export interface UserMenuProps {
  name: string;
  http: HttpSetup;
  basePath: string;
}

/** Who has logged in, and the way out. */
export function UserMenu({ name, http, basePath }: UserMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const logOut = async () => {
    try {
      await http.post('/logout');
    } finally {
      window.location.assign(`${basePath}/login`);
    }
  };
  const label = i18n.translate('standalone.user.menuAriaLabel', {
    defaultMessage: 'Logged in as {name}',
    values: { name },
  });
  const button = (
    <EuiHeaderSectionItemButton
      aria-label={label}
      aria-expanded={isOpen}
      aria-haspopup="true"
      data-test-subj="userMenuButton"
      onClick={() => setOpen(!isOpen)}
    >
      <EuiIcon type="user" size="m" />
    </EuiHeaderSectionItemButton>
  );
  return (
    <EuiPopover
      button={button}
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      anchorPosition="downRight"
      buffer={0}
      repositionOnScroll
      aria-label={label}
    >
      <EuiPopoverTitle data-test-subj="userMenuName">{name}</EuiPopoverTitle>
      <EuiButton size="s" fullWidth data-test-subj="logOutButton" onClick={() => void logOut()}>
        {i18n.translate('standalone.user.logOutButtonLabel', { defaultMessage: 'Log out' })}
      </EuiButton>
    </EuiPopover>
  );
}
