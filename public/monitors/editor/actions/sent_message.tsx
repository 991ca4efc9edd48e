import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiButtonGroup, EuiCodeBlock, EuiSpacer, EuiText } from '@elastic/eui';
import type { MessageIntent } from '../../../../common/notifications/message';
import { useMessageLook } from '../../../notifications/types';
import { useDestinations } from '../../destinations';

type View = 'look' | 'text';

const viewLabel = (view: View): string =>
  view === 'look'
    ? i18n.translate('watchkeeper.editor.messageAsLookLabel', { defaultMessage: 'As received' })
    : i18n.translate('watchkeeper.editor.messageAsTextLabel', { defaultMessage: 'As text' });

const VIEWS: readonly View[] = ['look', 'text'];

const isView = (id: string): id is View => id === 'look' || id === 'text';

const ViewChoice: React.FC<{ id: string; view: View; onChange: (view: View) => void }> = ({
  id,
  view,
  onChange,
}) => (
  <EuiButtonGroup
    legend={i18n.translate('watchkeeper.editor.messageViewLegend', {
      defaultMessage: 'How the message is shown',
    })}
    buttonSize="compressed"
    options={VIEWS.map((one) => ({ id: `${id}-${one}`, label: viewLabel(one) }))}
    idSelected={`${id}-${view}`}
    onChange={(chosen) => {
      const next = chosen.slice(id.length + 1);
      if (isView(next)) onChange(next);
    }}
    data-test-subj="messageViews"
  />
);

const Text: React.FC<{ message: Pick<MessageIntent, 'subject' | 'message'> }> = ({ message }) => (
  <>
    {message.subject && (
      <EuiText size="s" data-test-subj="subjectPreview">
        <strong className="eui-textBreakWord">{message.subject}</strong>
      </EuiText>
    )}
    <EuiCodeBlock
      className="eui-textBreakWord"
      whiteSpace="pre-wrap"
      paddingSize="s"
      fontSize="s"
      overflowHeight={250}
      isCopyable
    >
      {message.message}
    </EuiCodeBlock>
  </>
);

/** A message as its receiver will have it, or to the letter. */
export const SentMessage: React.FC<{
  /** Unique on the page. */
  id: string;
  message: MessageIntent;
}> = ({ id, message }) => {
  const [view, setView] = useState<View>('look');
  const Look = useMessageLook();
  const { data: destinations } = useDestinations();
  const destination = destinations?.find((one) => one.id === message.destination_id)?.destination;
  if (!Look || !destination) return <Text message={message} />;
  return (
    <>
      <ViewChoice id={id} view={view} onChange={setView} />
      <EuiSpacer size="xs" />
      {view === 'text' ? (
        <Text message={message} />
      ) : (
        <React.Suspense fallback={<Text message={message} />}>
          <Look destination={destination} content={message} />
        </React.Suspense>
      )}
    </>
  );
};
