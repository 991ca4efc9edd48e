import type { EuiCommentProps } from '@elastic/eui';
import React from 'react';
import { EuiText } from '@elastic/eui';
import { PLUGIN_NAME } from '../../../common/plugin';
import type { AlertEvent, AlertState } from '../../../common/alerts/alert';
import { Timestamp } from '../../shared/time';
import { unknownPerson } from '../alert_words';
import { eventText } from './event_words';

const ICONS: Record<AlertState, string> = {
  pending: 'clock',
  no_data: 'editorItemAlignBottom',
  cancelled: 'minusInCircle',
  active: 'bell',
  acknowledged: 'check',
  completed: 'checkInCircleFilled',
  deleted: 'trash',
  error: 'alert',
};

const Words: React.FC<{ event: AlertEvent }> = ({ event: { to, reason, comment } }) => (
  <EuiText size="s" color={to === 'error' ? 'danger' : 'default'}>
    {reason && <p className="eui-textBreakWord">{reason}</p>}
    {comment && (
      <p
        className="eui-textBreakWord"
        style={{ whiteSpace: 'pre-wrap' }}
        data-test-subj="storyComment"
      >
        {comment}
      </p>
    )}
  </EuiText>
);

const isComment = ({ from, to, comment }: AlertEvent): boolean =>
  from === to && comment !== undefined;

/** Where the plugin itself ends an acknowledgement, it says why. */
const isTakenBack = ({ from, to, reason }: AlertEvent): boolean =>
  from === 'acknowledged' && (to === 'active' || to === 'no_data') && reason === undefined;

/** Some things only people do, also where the cluster knows no users. */
const authorOf = (event: AlertEvent): string => {
  if (event.by !== undefined) return event.by;
  const isPersons = isComment(event) || event.to === 'acknowledged' || isTakenBack(event);
  return isPersons ? unknownPerson() : PLUGIN_NAME;
};

/** A change of state or a comment in the story, with who made it and why. */
export const eventEntry = (event: AlertEvent): EuiCommentProps => ({
  type: event.reason || event.comment ? 'regular' : 'update',
  username: authorOf(event),
  event: eventText(event),
  timestamp: (
    <>
      · <Timestamp value={event.at} />
    </>
  ),
  timelineIcon: isComment(event) ? 'editorComment' : ICONS[event.to],
  children: (event.reason || event.comment) && <Words event={event} />,
});
