import React from 'react';
import { EuiSpacer } from '@elastic/eui';
import { SendAnswerView, TestFailedView } from './send_answer_view';
import type { useTestDestination } from './destination_queries';

/** What became of the last test message. */
export const TestResult: React.FC<{ test: ReturnType<typeof useTestDestination> }> = ({ test }) => {
  if (!test.data && !test.error) return null;
  return (
    <>
      {test.data && <SendAnswerView answer={test.data} />}
      {test.error && <TestFailedView error={test.error} />}
      <EuiSpacer size="m" />
    </>
  );
};
