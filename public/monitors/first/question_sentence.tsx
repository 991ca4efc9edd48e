import React from 'react';
import type { CSSProperties } from 'react';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { fieldChoices } from '../../../common/indices/field_guesses';
import { blanksOf } from '../../../common/monitors/ready_made/answers';
import { FieldBlank, IndicesBlank, LevelsBlank, SpanBlank, ThresholdBlank } from './blanks';
import type { AnswersState } from './use_answers';

/** Words and blanks on one line, and on as many as it takes. */
const IN_LINE: CSSProperties = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '6px 8px',
};

const ServiceBlank: React.FC<{ state: AnswersState }> = ({ state }) => (
  <FieldBlank
    label={i18n.translate('watchkeeper.first.serviceLabel', {
      defaultMessage: 'Field that names the service',
    })}
    value={state.answers.serviceField}
    choices={fieldChoices(state.fields).service}
    onChange={(serviceField) => state.give({ serviceField })}
    data-test-subj="firstServiceField"
  />
);

const DurationBlank: React.FC<{ state: AnswersState }> = ({ state }) => (
  <FieldBlank
    label={i18n.translate('watchkeeper.first.durationLabel', {
      defaultMessage: 'Field that holds the duration',
    })}
    value={state.answers.durationField}
    choices={fieldChoices(state.fields).duration}
    onChange={(durationField) => state.give({ durationField })}
    data-test-subj="firstDurationField"
  />
);

/** What the monitor does, with what can be changed in its place. */
const Sentence: React.FC<{ state: AnswersState }> = ({ state }) => {
  const values = {
    threshold: <ThresholdBlank state={state} />,
    levels: <LevelsBlank state={state} />,
    indices: <IndicesBlank state={state} />,
    span: <SpanBlank state={state} />,
    service: <ServiceBlank state={state} />,
    duration: <DurationBlank state={state} />,
  };
  switch (state.which) {
    case 'error_logs':
      return (
        <FormattedMessage
          id="watchkeeper.first.errorLogsSentence"
          defaultMessage="Alert when there are more than {threshold} {levels} in {indices} in {span}"
          values={values}
        />
      );
    case 'no_logs':
      return (
        <FormattedMessage
          id="watchkeeper.first.noLogsSentence"
          defaultMessage="Alert when there are fewer than {threshold} documents in {indices} in {span}"
          values={values}
        />
      );
    case 'error_rate':
      return (
        <FormattedMessage
          id="watchkeeper.first.errorRateSentence"
          defaultMessage="Alert for each {service} whose lines in {indices} are {levels} in more than {threshold} % of cases in {span}"
          values={values}
        />
      );
    case 'slow_service':
      return (
        <FormattedMessage
          id="watchkeeper.first.slowSentence"
          defaultMessage="Alert for each {service} in {indices} where one in twenty has a {duration} above {threshold} in {span}"
          values={values}
        />
      );
    case 'disk_watermark':
      return (
        <FormattedMessage
          id="watchkeeper.first.diskSentence"
          defaultMessage="Alert when a node of the cluster has less than {threshold} % of its disk free"
          values={values}
        />
      );
    case 'red_cluster':
      return (
        <FormattedMessage
          id="watchkeeper.first.redSentence"
          defaultMessage="Alert when the cluster is red: data cannot be reached"
        />
      );
  }
};

/** Which fields say when, and how bad: found in the mapping, and seldom wrong. */
const FoundFields: React.FC<{ state: AnswersState }> = ({ state }) => {
  const { answers, fields, give, which } = state;
  const blanks = blanksOf(which);
  if (!blanks.has('timeField')) return null;
  const choices = fieldChoices(fields);
  const timeLabel = i18n.translate('watchkeeper.first.timeFieldLabel', {
    defaultMessage: 'Time field',
  });
  const levelLabel = i18n.translate('watchkeeper.first.levelFieldLabel', {
    defaultMessage: 'Level field',
  });
  return (
    <EuiText size="s" color="subdued">
      <div style={IN_LINE}>
        {timeLabel}
        <FieldBlank
          label={timeLabel}
          value={answers.timeField}
          choices={choices.time}
          onChange={(timeField) => give({ timeField })}
          data-test-subj="firstTimeField"
        />
        {blanks.has('levelField') && (
          <>
            {levelLabel}
            <FieldBlank
              label={levelLabel}
              value={answers.levelField}
              choices={choices.level}
              none={i18n.translate('watchkeeper.first.usualLevelsLabel', {
                defaultMessage: 'level, log.level or severity',
              })}
              onChange={(levelField) => give({ levelField })}
              data-test-subj="firstLevelField"
            />
          </>
        )}
      </div>
    </EuiText>
  );
};

/** The question as a sentence with blanks, and below it the fields that were found. */
export const QuestionSentence: React.FC<{ state: AnswersState }> = ({ state }) => (
  <div data-test-subj="firstSentence">
    <EuiText>
      <div style={IN_LINE}>
        <Sentence state={state} />
      </div>
    </EuiText>
    <EuiSpacer size="s" />
    <FoundFields state={state} />
  </div>
);
