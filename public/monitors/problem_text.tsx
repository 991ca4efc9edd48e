import React from 'react';
import { EuiText } from '@elastic/eui';

/** The reason of a failure, in words, red. */
export const ProblemText: React.FC<{ message: string; lines?: number }> = ({ message, lines }) => (
  <EuiText size="xs" color="danger" title={message} data-test-subj="problemText">
    <span
      className="eui-textBreakWord"
      style={
        lines
          ? {
              display: '-webkit-box',
              WebkitBoxOrient: 'vertical',
              WebkitLineClamp: lines,
              overflow: 'hidden',
            }
          : undefined
      }
    >
      {message}
    </span>
  </EuiText>
);
