import React, { useMemo, useState } from 'react';
import {
  EuiButtonGroup,
  EuiCodeBlock,
  EuiDescriptionList,
  EuiPanel,
  EuiSpacer,
  EuiText,
  htmlIdGenerator,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { messageOf } from '../../../common/errors';
import { emailOf } from '../../../common/notifications/email/email';
import type { Email } from '../../../common/notifications/email/email';
import type { Mailbox } from '../../../common/notifications/email/mailbox';
import { isDarkMode } from '../../shared/theme';
import type { MessageLookProps } from '../types';
import { LookNotes } from './look_notes';
import { MailFrame } from './mail_frame';

type View = 'light' | 'dark' | 'text';

const VIEWS: ReadonlyArray<{ id: View; label: string }> = [
  {
    id: 'light',
    label: i18n.translate('watchkeeper.destinations.email.lightButton', {
      defaultMessage: 'Light',
    }),
  },
  {
    id: 'dark',
    label: i18n.translate('watchkeeper.destinations.email.darkButton', { defaultMessage: 'Dark' }),
  },
  {
    id: 'text',
    label: i18n.translate('watchkeeper.destinations.email.textButton', {
      defaultMessage: 'Plain text',
    }),
  },
];

const written = ({ name, address }: Mailbox): string =>
  name === '' ? address : `${name} <${address}>`;

const HEAD = {
  subject: i18n.translate('watchkeeper.destinations.email.subjectTitle', {
    defaultMessage: 'Subject',
  }),
  from: i18n.translate('watchkeeper.destinations.email.fromTitle', { defaultMessage: 'From' }),
  to: i18n.translate('watchkeeper.destinations.email.toTitle', { defaultMessage: 'To' }),
  cc: i18n.translate('watchkeeper.destinations.email.ccTitle', { defaultMessage: 'Cc' }),
  bcc: i18n.translate('watchkeeper.destinations.email.bccTitle', { defaultMessage: 'Bcc' }),
  replyTo: i18n.translate('watchkeeper.destinations.email.replyToTitle', {
    defaultMessage: 'Reply to',
  }),
};

const headOf = ({ subject, from, to, cc, bcc, replyTo }: Email) =>
  [
    [HEAD.subject, subject],
    [HEAD.from, written(from)],
    [HEAD.to, to.map(written).join(', ')],
    [HEAD.cc, cc.map(written).join(', ')],
    [HEAD.bcc, bcc.map(written).join(', ')],
    [HEAD.replyTo, replyTo ? written(replyTo) : ''],
  ]
    .filter(([, value]) => value !== '')
    .map(([title, description]) => ({
      title,
      description: <span className="eui-textBreakWord">{description}</span>,
    }));

const Mail: React.FC<{ mail: Email }> = ({ mail }) => {
  const [view, setView] = useState<View>(isDarkMode() ? 'dark' : 'light');
  // Several mails may stand on one page.
  const [idOf] = useState(() => htmlIdGenerator('watchkeeperMail'));
  const { html, text } = mail;
  const shown = html === undefined ? 'text' : view;
  return (
    <>
      <EuiDescriptionList compressed type="column" listItems={headOf(mail)} />
      <EuiSpacer size="s" />
      {html !== undefined && (
        <EuiButtonGroup
          legend={i18n.translate('watchkeeper.destinations.email.viewLegend', {
            defaultMessage: 'How the mail is shown',
          })}
          buttonSize="compressed"
          options={VIEWS.map(({ id, label }) => ({
            ...{ id: idOf(id), label },
            'data-test-subj': `mailView-${id}`,
          }))}
          idSelected={idOf(view)}
          onChange={(chosen) => setView(VIEWS.find(({ id }) => idOf(id) === chosen)?.id ?? 'light')}
        />
      )}
      <EuiSpacer size="s" />
      {html === undefined || shown === 'text' ? (
        <EuiCodeBlock
          language="text"
          whiteSpace="pre-wrap"
          paddingSize="s"
          fontSize="s"
          overflowHeight={380}
          isCopyable
          data-test-subj="mailText"
        >
          {text}
        </EuiCodeBlock>
      ) : (
        <MailFrame html={html} scheme={shown} />
      )}
    </>
  );
};

const lookOf = ({ destination, content }: MessageLookProps): Email | string => {
  if (destination.type !== 'email') return '';
  try {
    return emailOf(destination, content);
  } catch (error) {
    return messageOf(error);
  }
};

/** A message as a mail program shows it: its head, the HTML in the light and in the dark, and the plain text. */
export const EmailLook: React.FC<MessageLookProps> = ({ destination, content }) => {
  const mail = useMemo(() => lookOf({ destination, content }), [destination, content]);
  return (
    <EuiPanel paddingSize="s" hasShadow={false} hasBorder>
      {typeof mail === 'string' ? (
        <EuiText size="s" color="danger">
          <span className="eui-textBreakWord">{mail}</span>
        </EuiText>
      ) : (
        <>
          <Mail mail={mail} />
          <LookNotes notes={mail.notes} />
        </>
      )}
    </EuiPanel>
  );
};
