import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCodeBlock, EuiText } from '@elastic/eui';
import type { RelatedDocument } from '../../common/findings/api';

const whyNotShown = (document: Exclude<RelatedDocument, { kind: 'found' }>): string => {
  switch (document.kind) {
    case 'gone':
      return i18n.translate('watchkeeper.findings.goneText', {
        defaultMessage: 'The document is not there any more.',
      });
    case 'forbidden':
      return i18n.translate('watchkeeper.findings.forbiddenText', {
        defaultMessage: 'You may not read this document: {reason}',
        values: { reason: document.reason },
      });
    case 'failed':
      return i18n.translate('watchkeeper.findings.failedText', {
        defaultMessage: 'The document cannot be read: {reason}',
        values: { reason: document.reason },
      });
  }
};

/** A document of a finding as it is now, or why it cannot be seen. */
export const DocumentView: React.FC<{ document: RelatedDocument }> = ({ document }) =>
  document.kind === 'found' ? (
    // Without colours: those that the library gives to JSON have too little contrast here.
    <EuiCodeBlock fontSize="s" paddingSize="s" overflowHeight={300} isCopyable>
      {JSON.stringify(document.source, null, 2)}
    </EuiCodeBlock>
  ) : (
    <EuiText size="s" color="subdued" data-test-subj={`document-${document.kind}`}>
      <p className="eui-textBreakWord">{whyNotShown(document)}</p>
    </EuiText>
  );
