import React, { useState } from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import { EuiButtonGroup, EuiCodeBlock, EuiSpacer, EuiText } from '@elastic/eui';

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

interface Texts {
  subject: string;
  message: string;
}

const Text: React.FC<{ content: Texts }> = ({ content: { subject, message } }) => (
  <>
    {subject && (
      <EuiText size="s" data-test-subj="subjectPreview">
        <strong className="eui-textBreakWord">{subject}</strong>
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
      {message}
    </EuiCodeBlock>
  </>
);

/** A message as its receiver has it, or to the letter. */
export const MessageViews: React.FC<{
  /** Unique on the page. */
  id: string;
  content: Texts;
  /** As its receiver has it; absent where that is not known, for example when its destination is gone. */
  look?: ReactNode;
}> = ({ id, content, look }) => {
  const [view, setView] = useState<View>('look');
  if (look === undefined) return <Text content={content} />;
  return (
    <>
      <ViewChoice id={id} view={view} onChange={setView} />
      <EuiSpacer size="xs" />
      {view === 'text' ? (
        <Text content={content} />
      ) : (
        <React.Suspense fallback={<Text content={content} />}>{look}</React.Suspense>
      )}
    </>
  );
};
