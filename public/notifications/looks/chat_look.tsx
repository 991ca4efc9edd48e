import React, { useMemo } from 'react';
import {
  EuiAvatar,
  EuiBadge,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLink,
  EuiPanel,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type {
  ChatLook as Look,
  LookField,
} from '../../../common/notifications/kinds/chat/chat_look';
import { lookOf } from '../../../common/notifications/kinds/registry';
import type { MessageLookProps } from '../types';
import { LookNotes } from './look_notes';
import { Mrkdwn } from './mrkdwn';
import './chat_look.css';

const NAME = 'Watchkeeper';

const OuterLink: React.FC<{ url: string }> = ({ url, children }) => (
  <EuiLink href={url} target="_blank" external={false}>
    {children}
  </EuiLink>
);

const Fields: React.FC<{ fields: readonly LookField[] }> = ({ fields }) => (
  <dl className="watchkeeperCard__fields">
    {fields.map(({ name, value, short }, index) => (
      <div key={index} className={short ? undefined : 'watchkeeperCard__long'}>
        <dt>{name}</dt>
        <dd className="eui-textBreakWord">
          <Mrkdwn blocks={[{ kind: 'line', content: [...value] }]} />
        </dd>
      </div>
    ))}
  </dl>
);

const hasText = (blocks: Look['text']): boolean =>
  blocks.some((block) => block.kind !== 'line' || block.content.length > 0);

const Card: React.FC<{ look: Look }> = ({ look: { color, title, text, fields, links } }) => (
  <div
    className={color === undefined ? undefined : 'watchkeeperCard'}
    style={color === undefined ? undefined : { borderLeftColor: color }}
    data-test-subj="lookCard"
  >
    {title && (
      <strong className="eui-textBreakWord">
        {title.url === undefined ? title.text : <OuterLink url={title.url}>{title.text}</OuterLink>}
      </strong>
    )}
    {hasText(text) && <Mrkdwn blocks={text} />}
    {fields.length > 0 && <Fields fields={fields} />}
    {links.length > 0 && (
      <div className="watchkeeperCard__links">
        {links.map(({ text: name, url }) => (
          <OuterLink key={name + url} url={url}>
            {name}
          </OuterLink>
        ))}
      </div>
    )}
  </div>
);

const AppBadge = () => (
  <EuiBadge color="hollow">
    {i18n.translate('watchkeeper.destinations.chat.appBadge', { defaultMessage: 'APP' })}
  </EuiBadge>
);

/** A message as a chat shows it. What is read is the body that is sent. */
export const ChatLook: React.FC<MessageLookProps> = ({ destination, content }) => {
  const look = useMemo(() => lookOf(destination, content), [destination, content]);
  if (!look) return null;
  const author = look.author ?? NAME;
  return (
    <EuiPanel paddingSize="s" hasShadow={false} hasBorder>
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiAvatar type="space" name={author} size="m" />
        </EuiFlexItem>
        <EuiFlexItem style={{ minWidth: 0 }}>
          <EuiText size="s">
            <strong>{author}</strong> {!look.notApp && <AppBadge />}
          </EuiText>
          {look.above && <Mrkdwn blocks={look.above} />}
          <EuiText size="s">
            <Card look={look} />
          </EuiText>
          <LookNotes notes={look.notes} />
        </EuiFlexItem>
      </EuiFlexGroup>
    </EuiPanel>
  );
};
