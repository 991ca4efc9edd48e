import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCodeBlock, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { isRecord } from '../../../common/json/record';

/** A part of a document, to be read and copied. */
export const JsonBlock: React.FC<{ title?: string; value: unknown; mark: string }> = ({
  title,
  value,
  mark,
}) => (
  <>
    {title !== undefined && (
      <>
        <EuiTitle size="xxs">
          <h3>{title}</h3>
        </EuiTitle>
        <EuiSpacer size="xs" />
      </>
    )}
    {isRecord(value) && Object.keys(value).length === 0 ? (
      <EuiText size="s" color="subdued" data-test-subj={mark}>
        {i18n.translate('watchkeeper.indexTemplates.noneLabel', { defaultMessage: 'None' })}
      </EuiText>
    ) : (
      // Without colours: those that the library gives to JSON have too little contrast here.
      <EuiCodeBlock
        fontSize="s"
        paddingSize="s"
        overflowHeight={360}
        isCopyable
        data-test-subj={mark}
      >
        {JSON.stringify(value, null, 2)}
      </EuiCodeBlock>
    )}
    <EuiSpacer size="m" />
  </>
);
