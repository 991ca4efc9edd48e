import React from 'react';
import { EuiCodeBlock, EuiSpacer, EuiTitle } from '@elastic/eui';

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
    {/* Without colours: those that the library gives to JSON have too little contrast here. */}
    <EuiCodeBlock
      fontSize="s"
      paddingSize="s"
      overflowHeight={360}
      isCopyable
      data-test-subj={mark}
    >
      {JSON.stringify(value, null, 2)}
    </EuiCodeBlock>
    <EuiSpacer size="m" />
  </>
);
