import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSmallButton, EuiSpacer } from '@elastic/eui';
import { coverageWarnings } from '../../../common/monitors/query';
import type { CoverageWarning } from '../../../common/monitors/query';
import { longestIntervalMs } from '../../../common/monitors/schedule';
import { formatDuration } from '../../shared/time';
import { usableSchedule } from '../schedule/usable_schedule';
import { searchOf } from './question';
import { setSearch } from './changes';
import { useEditor } from './editor_model';

const LOOK_BACK = /\{\{\s*period_end\s*\}\}\|\|-\d+[smhdw]/g;
const PERIOD_START = '{{period_start}}';

/** The query with its own range replaced by the period of the run, which leaves no holes. */
export const withPeriodStart = (query: string): string => query.replace(LOOK_BACK, PERIOD_START);

const titleOf = (warning: CoverageWarning): string =>
  warning.kind === 'holes'
    ? i18n.translate('watchkeeper.editor.holesTitle', {
        defaultMessage:
          'The query looks back {lookBack}, but runs every {interval}: what falls between is never seen',
        values: {
          lookBack: formatDuration(warning.look_back_ms),
          interval: formatDuration(warning.interval_ms),
        },
      })
    : i18n.translate('watchkeeper.editor.noPeriodTitle', {
        defaultMessage: 'The query names no period: every run counts all documents again',
      });

/** Says when query and schedule do not fit together, and mends it where it can. */
export const CoverageNotice: React.FC = () => {
  const { draft, update } = useEditor();
  const { query } = searchOf(draft);
  const warnings = useMemo(() => {
    const schedule = usableSchedule(draft.schedule);
    return coverageWarnings(query, longestIntervalMs(schedule, Date.now()));
  }, [query, draft.schedule]);
  return (
    <>
      {warnings.map((warning) => (
        <React.Fragment key={warning.kind}>
          <EuiSpacer size="s" />
          <EuiCallOut
            size="s"
            color="warning"
            iconType="alert"
            title={titleOf(warning)}
            data-test-subj={`coverage-${warning.kind}`}
          >
            {warning.kind === 'holes' ? (
              <EuiSmallButton
                color="warning"
                onClick={() => update(setSearch({ query: withPeriodStart(query) }))}
                data-test-subj="usePeriodStartButton"
              >
                {i18n.translate('watchkeeper.editor.usePeriodStartButtonLabel', {
                  defaultMessage: 'Use {placeholder} instead',
                  values: { placeholder: PERIOD_START },
                })}
              </EuiSmallButton>
            ) : (
              <p>
                {i18n.translate('watchkeeper.editor.noPeriodText', {
                  defaultMessage: 'Add a range over your time field, from {start} to {end}.',
                  values: { start: PERIOD_START, end: '{{period_end}}' },
                })}
              </p>
            )}
          </EuiCallOut>
        </React.Fragment>
      ))}
    </>
  );
};
