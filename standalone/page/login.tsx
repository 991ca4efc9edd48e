/** The login page of the standalone host: the shell's looks, and nothing of the plugin. */
import React from 'react';
import { showFatalError } from './core/fatal_error';
import { loadTexts } from './core/load_texts';
import { readMetadata } from './core/metadata';
import { mountReact } from './core/mount_react';
import { themeLoaded } from './core/theme_loaded';
import { createUiSettings } from './core/ui_settings';
import { i18n } from './i18n';
import { logIn } from './login/log_in';
import { LoginPage } from './login/login_page';

const metadata = readMetadata();
const { basePath, version } = metadata;

function show(): void {
  document.title = i18n.translate('standalone.login.documentTitle', {
    defaultMessage: 'Log in - Watchkeeper',
  });
  mountReact(
    document.body.appendChild(document.createElement('div')),
    <LoginPage
      uiSettings={createUiSettings()}
      logIn={async (input) => window.location.replace(await logIn(basePath, version, input))}
    />
  );
}

document.addEventListener('DOMContentLoaded', () => {
  Promise.all([themeLoaded(), loadTexts(metadata)])
    .then(show)
    .catch(showFatalError);
});
