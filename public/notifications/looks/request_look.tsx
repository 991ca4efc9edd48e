import React, { useMemo } from 'react';
import { EuiBadge, EuiCodeBlock, EuiPanel, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { messageOf } from '../../../common/errors';
import { JsonSyntaxError, parseLossless } from '../../../common/json/lossless';
import { MESSAGE_ID_HEADER, renderWire } from '../../../common/notifications/destination';
import type { WireBody } from '../../../common/notifications/destination';
import type { MessageLookProps } from '../types';
import { LookNotes } from './look_notes';

type Rendered = { wire: WireBody; warning?: string } | { failure: string };

const notJson = (error: JsonSyntaxError): string =>
  i18n.translate('watchkeeper.destinations.webhook.bodyNotJsonText', {
    defaultMessage:
      'It goes out as JSON and is none: line {line}, column {column}: {message}. Many receivers refuse that.',
    values: { line: error.line, column: error.column, message: error.message },
  });

const warningOf = ({ body, content_type: type }: WireBody): string | undefined => {
  if (body === undefined || type !== 'application/json') return undefined;
  try {
    parseLossless(body);
    return undefined;
  } catch (error) {
    return error instanceof JsonSyntaxError ? notJson(error) : undefined;
  }
};

const rendered = ({ destination, content }: MessageLookProps): Rendered => {
  try {
    const wire = renderWire(destination, content);
    return { wire, warning: warningOf(wire) };
  } catch (error) {
    return { failure: messageOf(error) };
  }
};

const methodOf = (destination: MessageLookProps['destination']): string =>
  'method' in destination ? destination.method : 'POST';

const HIDDEN = '••••••';

/** What goes with it; of what is secret the name alone. */
const headersOf = (
  { header_names: names = [] }: MessageLookProps['destination'],
  { content_type: type }: WireBody,
  id: string
): Array<[string, string]> => [
  ...names.map((name): [string, string] => [name, HIDDEN]),
  ...(type === undefined ? [] : [['content-type', type] as [string, string]]),
  [MESSAGE_ID_HEADER, id],
];

const Request: React.FC<MessageLookProps & { wire: WireBody }> = ({
  destination,
  content,
  wire,
}) => (
  <>
    <EuiText size="s">
      <EuiBadge color="primary">{methodOf(destination)}</EuiBadge>{' '}
      <span
        className="eui-textBreakAll"
        title={i18n.translate('watchkeeper.destinations.webhook.urlHiddenText', {
          defaultMessage: 'The rest of the URL is secret.',
        })}
      >
        {destination.origin}/…
      </span>
    </EuiText>
    <EuiSpacer size="xs" />
    <EuiText size="xs" color="subdued">
      {headersOf(destination, wire, content.id).map(([name, value]) => (
        <div key={name} className="eui-textBreakWord">
          <code>
            <strong>{name}:</strong> {value}
          </code>
        </div>
      ))}
    </EuiText>
    {wire.body !== undefined && (
      <>
        <EuiSpacer size="s" />
        <EuiCodeBlock
          language={wire.content_type === 'application/json' ? 'json' : 'text'}
          whiteSpace="pre-wrap"
          paddingSize="s"
          fontSize="s"
          overflowHeight={250}
          isCopyable
          data-test-subj="webhookBody"
        >
          {wire.body}
        </EuiCodeBlock>
      </>
    )}
  </>
);

/** The request that a receiver gets: method, headers without what is secret, and the body to the letter. */
export const RequestLook: React.FC<MessageLookProps> = ({ destination, content }) => {
  const look = useMemo(() => rendered({ destination, content }), [destination, content]);
  return (
    <EuiPanel paddingSize="s" hasShadow={false} hasBorder>
      {'failure' in look ? (
        <EuiText size="s" color="danger">
          <span className="eui-textBreakWord">{look.failure}</span>
        </EuiText>
      ) : (
        <>
          <Request destination={destination} content={content} wire={look.wire} />
          {look.warning && (
            <EuiText size="xs" color="danger" data-test-subj="bodyWarning">
              <span className="eui-textBreakWord">{look.warning}</span>
            </EuiText>
          )}
          <LookNotes notes={look.wire.notes} />
        </>
      )}
    </EuiPanel>
  );
};
