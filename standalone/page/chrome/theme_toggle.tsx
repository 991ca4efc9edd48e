import { EuiHeaderSectionItemButton, EuiIcon, EuiToolTip } from '@elastic/eui';
import type { IUiSettingsClient } from 'opensearch-dashboards/public';
import React from 'react';
import { i18n } from '../i18n';

const SETTING = 'theme:darkMode';

/** From light to dark and back. The page is loaded anew: its style sheet is chosen at the very start. */
export function ThemeToggle({ uiSettings }: { uiSettings: IUiSettingsClient }) {
  const isDark = uiSettings.get<boolean>(SETTING);
  const label = isDark
    ? i18n.translate('standalone.header.lightThemeLabel', { defaultMessage: 'Use the light theme' })
    : i18n.translate('standalone.header.darkThemeLabel', { defaultMessage: 'Use the dark theme' });
  return (
    <EuiToolTip content={label} position="bottom">
      <EuiHeaderSectionItemButton
        aria-label={label}
        data-test-subj="themeToggle"
        onClick={() => {
          void uiSettings.set(SETTING, !isDark).then(() => window.location.reload());
        }}
      >
        <EuiIcon type="invert" size="m" />
      </EuiHeaderSectionItemButton>
    </EuiToolTip>
  );
}
