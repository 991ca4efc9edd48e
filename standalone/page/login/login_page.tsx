import {
  EuiButton,
  EuiCallOut,
  EuiFieldPassword,
  EuiFieldText,
  EuiForm,
  EuiFormRow,
  EuiHeader,
  EuiHeaderSection,
  EuiHeaderSectionItem,
  EuiPanel,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import type { IUiSettingsClient } from 'opensearch-dashboards/public';
import React, { useState } from 'react';
import type { FormEvent } from 'react';
import { LogoMark, LogoWordmark } from '../chrome/logo';
import { ThemeToggle } from '../chrome/theme_toggle';
import { i18n } from '../i18n';
import type { LoginInput } from './log_in';

export interface LoginPageProps {
  uiSettings: IUiSettingsClient;
  /** Rejects with an error whose message is for the person. */
  logIn(input: LoginInput): Promise<void>;
}

/** The only page for strangers. */
export function LoginPage({ uiSettings, logIn }: LoginPageProps) {
  return (
    <>
      <EuiHeader position="fixed" theme="dark" className="hostTopBar">
        <EuiHeaderSection grow={false}>
          <EuiHeaderSectionItem border="none" className="hostLogin__logo">
            <LogoWordmark />
          </EuiHeaderSectionItem>
        </EuiHeaderSection>
        <EuiHeaderSection side="right">
          <EuiHeaderSectionItem border="none">
            <ThemeToggle uiSettings={uiSettings} />
          </EuiHeaderSectionItem>
        </EuiHeaderSection>
      </EuiHeader>
      <main className="hostLogin">
        <EuiPanel className="hostLogin__panel" paddingSize="l">
          <div className="hostLogin__head">
            <LogoMark size={40} />
            <EuiTitle size="m">
              <h1>
                {i18n.translate('standalone.login.title', {
                  defaultMessage: 'Log in to Watchkeeper',
                })}
              </h1>
            </EuiTitle>
          </div>
          <EuiSpacer size="l" />
          <LoginForm logIn={logIn} />
        </EuiPanel>
      </main>
    </>
  );
}

function LoginForm({ logIn }: Pick<LoginPageProps, 'logIn'>) {
  const [input, setInput] = useState<LoginInput>({ username: '', password: '' });
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (input.username === '' || input.password === '') {
      setProblem(
        i18n.translate('standalone.login.incompleteText', {
          defaultMessage: 'Enter your name and your password.',
        })
      );
      return;
    }
    setBusy(true);
    logIn(input).catch((error: unknown) => {
      setProblem(error instanceof Error ? error.message : String(error));
      change({ password: '' });
      setBusy(false);
    });
  };
  // A password manager fills in both at once.
  const change = (part: Partial<LoginInput>) => setInput((before) => ({ ...before, ...part }));
  return (
    <EuiForm component="form" onSubmit={submit} data-test-subj="loginForm">
      {problem !== undefined && (
        <>
          <EuiCallOut
            size="s"
            color="danger"
            iconType="alert"
            title={problem}
            role="alert"
            data-test-subj="loginProblem"
          />
          <EuiSpacer size="m" />
        </>
      )}
      <EuiFormRow
        fullWidth
        id="loginUsername"
        label={i18n.translate('standalone.login.usernameLabel', { defaultMessage: 'Username' })}
      >
        <EuiFieldText
          fullWidth
          autoFocus
          autoComplete="username"
          value={input.username}
          onChange={({ target }) => change({ username: target.value })}
          data-test-subj="loginUsername"
        />
      </EuiFormRow>
      <EuiFormRow
        fullWidth
        id="loginPassword"
        label={i18n.translate('standalone.login.passwordLabel', { defaultMessage: 'Password' })}
      >
        <EuiFieldPassword
          fullWidth
          type="dual"
          autoComplete="current-password"
          value={input.password}
          onChange={({ target }) => change({ password: target.value })}
          data-test-subj="loginPassword"
        />
      </EuiFormRow>
      <EuiSpacer size="l" />
      <EuiButton fill fullWidth type="submit" isLoading={isBusy} data-test-subj="loginButton">
        {i18n.translate('standalone.login.buttonLabel', { defaultMessage: 'Log in' })}
      </EuiButton>
    </EuiForm>
  );
}
