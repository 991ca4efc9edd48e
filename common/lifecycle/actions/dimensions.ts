import { phrase } from '../../phrase';
import type { JsonObject } from '../../json/record';
import type { PolicyProblem } from '../policy/policy';
import type { OneOfType, Param } from './param';

/** Of rollups and transforms. Source: OpenSearch index-management, `Dimension` and its kinds. */

const SOURCE: Param = {
  name: 'source_field',
  label: phrase('watchkeeper.lifecycle.dimensions.sourceFieldLabel', 'Field'),
  type: { kind: 'text' },
  required: true,
};

const TARGET: Param = {
  name: 'target_field',
  label: phrase('watchkeeper.lifecycle.dimensions.targetFieldLabel', 'Field in the target'),
  type: { kind: 'text' },
  help: phrase('watchkeeper.lifecycle.dimensions.targetFieldHelp', 'Without it, the same name.'),
  rare: true,
};

const isSet = (value: unknown): boolean => (value ?? null) !== null;

const oneInterval = ({
  fixed_interval: fixed,
  calendar_interval: calendar,
}: JsonObject): PolicyProblem[] => {
  if (isSet(fixed) && isSet(calendar)) {
    const message = 'It takes a fixed interval or one of the calendar, not both.';
    return [{ path: ['calendar_interval'], message }];
  }
  return isSet(fixed) || isSet(calendar)
    ? []
    : [{ path: ['fixed_interval'], message: 'It needs an interval, fixed or of the calendar.' }];
};

const DATE_HISTOGRAM: Param = {
  name: 'date_histogram',
  label: phrase('watchkeeper.lifecycle.dimensions.dateHistogramLabel', 'Time, by intervals'),
  type: {
    kind: 'object',
    check: oneInterval,
    params: [
      { ...SOURCE, example: '@timestamp' },
      {
        name: 'fixed_interval',
        label: phrase('watchkeeper.lifecycle.dimensions.fixedIntervalLabel', 'Fixed interval'),
        type: { kind: 'duration' },
        example: '1h',
      },
      {
        name: 'calendar_interval',
        label: phrase(
          'watchkeeper.lifecycle.dimensions.calendarIntervalLabel',
          'Interval of the calendar'
        ),
        type: { kind: 'text' },
        help: phrase(
          'watchkeeper.lifecycle.dimensions.calendarIntervalHelp',
          'In the place of a fixed one: minute, hour, day, week, month, quarter or year.'
        ),
      },
      {
        name: 'timezone',
        label: phrase('watchkeeper.lifecycle.dimensions.timezoneLabel', 'Time zone'),
        type: { kind: 'text' },
        default: 'UTC',
      },
      TARGET,
      {
        name: 'format',
        label: phrase('watchkeeper.lifecycle.dimensions.formatLabel', 'Form of dates'),
        type: { kind: 'text' },
        nullable: true,
        example: 'yyyy-MM-dd',
        rare: true,
      },
    ],
  },
};

const TERMS: Param = {
  name: 'terms',
  label: phrase('watchkeeper.lifecycle.dimensions.termsLabel', 'Values of a field'),
  type: { kind: 'object', params: [SOURCE, TARGET] },
};

const HISTOGRAM: Param = {
  name: 'histogram',
  label: phrase('watchkeeper.lifecycle.dimensions.histogramLabel', 'Numbers, by intervals'),
  type: {
    kind: 'object',
    params: [
      SOURCE,
      {
        name: 'interval',
        label: phrase('watchkeeper.lifecycle.dimensions.intervalLabel', 'Width of an interval'),
        type: { kind: 'fraction', above: 0, below: Infinity },
        required: true,
        example: '10',
      },
      TARGET,
    ],
  },
};

export const DIMENSION: OneOfType = { kind: 'one_of', options: [DATE_HISTOGRAM, TERMS, HISTOGRAM] };

export const PAGE_SIZE: Param = {
  name: 'page_size',
  label: phrase('watchkeeper.lifecycle.dimensions.pageSizeLabel', 'Groups at a time'),
  type: { kind: 'integer', min: 1, max: 10_000 },
  required: true,
  help: phrase(
    'watchkeeper.lifecycle.dimensions.pageSizeHelp',
    'From 1 to 10,000. More is faster and takes more memory.'
  ),
  example: '1000',
};

export const JOB_DESCRIPTION: Param = {
  name: 'description',
  label: phrase('watchkeeper.lifecycle.dimensions.descriptionLabel', 'Description of the job'),
  type: { kind: 'text' },
  required: true,
};
