import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiButtonGroup,
  EuiCompressedSelect,
  EuiCompressedSwitch,
  EuiFlexGroup,
  EuiFlexItem,
} from '@elastic/eui';
import { HORIZONS, INTERVALS } from './horizon';
import type { Assumed } from './horizon';

const horizonLabel = (days: number): string =>
  days === 365
    ? i18n.translate('watchkeeper.lifecycle.forecast.yearLabel', { defaultMessage: '1 year' })
    : i18n.translate('watchkeeper.lifecycle.forecast.daysLabel', {
        defaultMessage: '{days} days',
        values: { days },
      });

const intervalLabel = (): string =>
  i18n.translate('watchkeeper.lifecycle.forecast.intervalLabel', {
    defaultMessage: 'A step every',
  });

/** How far to look, and what is assumed on the way. */
export const AssumedForm: React.FC<{
  assumed: Assumed;
  onChange: (assumed: Assumed) => void;
  /** Whether anything goes on making indices. */
  hasSources?: boolean;
}> = ({ assumed, onChange, hasSources = false }) => (
  <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false} wrap>
    <EuiFlexItem grow={false}>
      <EuiButtonGroup
        legend={i18n.translate('watchkeeper.lifecycle.forecast.horizonLegend', {
          defaultMessage: 'How far to look',
        })}
        buttonSize="compressed"
        options={HORIZONS.map((days) => ({
          id: `horizon-${days}`,
          label: horizonLabel(days),
          'data-test-subj': `horizon-${days}`,
        }))}
        idSelected={`horizon-${assumed.days}`}
        onChange={(id) => {
          const days = HORIZONS.find((each) => id === `horizon-${each}`);
          if (days) onChange({ ...assumed, days });
        }}
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiCompressedSelect
        prepend={intervalLabel()}
        aria-label={intervalLabel()}
        value={String(assumed.interval)}
        options={INTERVALS.map((minutes) => ({
          value: String(minutes),
          text: i18n.translate('watchkeeper.lifecycle.forecast.minutesLabel', {
            defaultMessage: '{minutes, plural, one {# minute} other {# minutes}}',
            values: { minutes },
          }),
        }))}
        onChange={({ target }) => {
          const interval = INTERVALS.find((each) => String(each) === target.value);
          if (interval) onChange({ ...assumed, interval });
        }}
        data-test-subj="forecastInterval"
      />
    </EuiFlexItem>
    {hasSources && (
      <EuiFlexItem grow={false}>
        <EuiCompressedSwitch
          label={i18n.translate('watchkeeper.lifecycle.forecast.goesOnLabel', {
            defaultMessage: 'New indices go on coming',
          })}
          checked={assumed.goes_on}
          onChange={({ target }) => onChange({ ...assumed, goes_on: target.checked })}
          data-test-subj="forecastGoesOn"
        />
      </EuiFlexItem>
    )}
  </EuiFlexGroup>
);
