import React, { useMemo } from 'react';
import { EuiCodeBlock, EuiPanel, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { messageOf } from '../../../common/errors';
import { renderWire } from '../../../common/notifications/destination';
import { alertmanagerUrls } from '../../../common/notifications/kinds/alertmanager';
import { indexFor } from '../../../common/notifications/kinds/index_document';
import type { MessageLookProps } from '../types';
import { LookNotes } from './look_notes';

const intoIndex = (index: string): string =>
  i18n.translate('watchkeeper.destinations.index.intoText', {
    defaultMessage: 'A document in {index}',
    values: { index },
  });

/** Where it goes, in words; the address of most kinds stands in their request. */
const goesTo = ({ destination, content }: MessageLookProps): string => {
  if (destination.type === 'index') {
    const index = indexFor(destination, content);
    return 'name' in index ? intoIndex(index.name) : index.problem;
  }
  return destination.type === 'alertmanager' ? alertmanagerUrls(destination).join(', ') : '';
};

const pretty = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
};

const shown = (props: MessageLookProps): { to: string; body: string; notes: string[] } => {
  try {
    const { body = '', notes } = renderWire(props.destination, props.content);
    return { to: goesTo(props), body: pretty(body), notes };
  } catch (error) {
    return { to: messageOf(error), body: '', notes: [] };
  }
};

/** What goes to a machine as data: where to, and the data in lines. */
export const JsonLook: React.FC<MessageLookProps> = ({ destination, content }) => {
  const { to, body, notes } = useMemo(
    () => shown({ destination, content }),
    [destination, content]
  );
  return (
    <EuiPanel paddingSize="s" hasShadow={false} hasBorder>
      <EuiText size="s">
        <span className="eui-textBreakAll">{to}</span>
      </EuiText>
      {body !== '' && (
        <EuiCodeBlock
          language="json"
          paddingSize="s"
          fontSize="s"
          overflowHeight={250}
          isCopyable
          data-test-subj="lookJson"
        >
          {body}
        </EuiCodeBlock>
      )}
      <LookNotes notes={notes} />
    </EuiPanel>
  );
};
