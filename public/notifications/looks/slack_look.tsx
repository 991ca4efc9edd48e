import React, { useMemo } from 'react';
import { EuiAvatar, EuiBadge, EuiFlexGroup, EuiFlexItem, EuiPanel, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { renderWire } from '../../../common/notifications/destination';
import { parseMrkdwn } from '../../../common/notifications/kinds/slack_mrkdwn';
import type { MessageLookProps } from '../types';
import { LookNotes } from './look_notes';
import { Mrkdwn } from './mrkdwn';

const NAME = 'Watchkeeper';

/** A message as a channel of Slack shows it. What is read is the body that is sent. */
export const SlackLook: React.FC<MessageLookProps> = ({ destination, content }) => {
  const { blocks, notes } = useMemo(() => {
    const { body = '{}', notes: said } = renderWire(destination, content);
    const { text = '' } = JSON.parse(body) as { text?: string };
    return { blocks: parseMrkdwn(text.trimEnd()), notes: said };
  }, [destination, content]);
  return (
    <EuiPanel paddingSize="s" hasShadow={false} hasBorder>
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiAvatar type="space" name={NAME} size="m" />
        </EuiFlexItem>
        <EuiFlexItem style={{ minWidth: 0 }}>
          <EuiText size="s">
            <strong>{NAME}</strong>{' '}
            <EuiBadge color="hollow">
              {i18n.translate('watchkeeper.destinations.slack.appBadge', { defaultMessage: 'APP' })}
            </EuiBadge>
          </EuiText>
          <Mrkdwn blocks={blocks} />
          <LookNotes notes={notes} />
        </EuiFlexItem>
      </EuiFlexGroup>
    </EuiPanel>
  );
};
