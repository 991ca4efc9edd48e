import React from 'react';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import { Timestamp } from '../../shared/time';
import type { PlacedProblem } from './totals';

/** What is wrong at the moment, in words: where, what, since when and how often. */
export const ProblemList: React.FC<{ problems: PlacedProblem[] }> = ({ problems }) => {
  if (problems.length === 0) {
    return (
      <EuiText size="s" color="subdued" data-test-subj="noProblems">
        <p>
          {i18n.translate('watchkeeper.scheduler.noProblemsText', {
            defaultMessage: 'No instance reports a problem.',
          })}
        </p>
      </EuiText>
    );
  }
  return (
    <>
      {problems.map(({ place, about, message, since, times }) => (
        <React.Fragment key={`${place}/${about}`}>
          <EuiCallOut
            size="s"
            color="warning"
            iconType="alert"
            title={message}
            data-test-subj="schedulerTrouble"
          >
            <p>
              <FormattedMessage
                id="watchkeeper.scheduler.problemText"
                defaultMessage="{place}, since {since} ({times, plural, one {once} other {# times}})"
                values={{ place, since: <Timestamp value={since} />, times }}
              />
            </p>
          </EuiCallOut>
          <EuiSpacer size="s" />
        </React.Fragment>
      ))}
    </>
  );
};
