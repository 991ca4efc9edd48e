import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSelect, EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import { SearchField } from '../../shared/search_field';
import { AssumedForm } from '../simulation/assumed_form';
import type { Assumed } from '../simulation/horizon';
import { GROWTHS, NOBODY } from './forecast_state';
import type { ChangeForecast, ForecastState } from './forecast_state';

const growthLabel = (): string =>
  i18n.translate('watchkeeper.lifecycle.clusterForecast.growthLabel', {
    defaultMessage: 'Growth a day',
  });

const growthOption = (percent: number): string =>
  percent === 100
    ? i18n.translate('watchkeeper.lifecycle.clusterForecast.measuredGrowthLabel', {
        defaultMessage: 'As measured',
      })
    : i18n.translate('watchkeeper.lifecycle.clusterForecast.otherGrowthLabel', {
        defaultMessage: '{percent}% of it',
        values: { percent },
      });

const policyLabel = (): string =>
  i18n.translate('watchkeeper.lifecycle.clusterForecast.policyLabel', {
    defaultMessage: 'Policy',
  });

/** How far to look, at which indices, and what is assumed on the way. */
export const ForecastControls: React.FC<{
  state: ForecastState;
  assumed: Assumed;
  /** Ids of policies; absent: there are none to choose from. */
  policies: readonly string[] | undefined;
  hasSources: boolean;
  onChange: ChangeForecast;
}> = ({ state, assumed, policies, hasSources, onChange }) => (
  <>
    <AssumedForm
      {...{ assumed, hasSources }}
      onChange={({ days, interval, goes_on }) =>
        onChange({
          ...{ days, goes_on },
          ...(interval === assumed.interval ? {} : { interval }),
        })
      }
    />
    <EuiSpacer size="s" />
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
      <EuiFlexItem style={{ minWidth: 220 }}>
        <SearchField
          value={state.text}
          onChange={(text) => onChange({ text })}
          label={i18n.translate('watchkeeper.lifecycle.clusterForecast.searchLabel', {
            defaultMessage: 'Only indices with this in their name; * stands for anything',
          })}
          data-test-subj="forecastSearch"
        />
      </EuiFlexItem>
      {policies && (
        <EuiFlexItem grow={false} style={{ width: 260 }}>
          <EuiCompressedSelect
            prepend={policyLabel()}
            aria-label={policyLabel()}
            value={state.policy}
            options={[
              {
                value: '',
                text: i18n.translate('watchkeeper.lifecycle.clusterForecast.allLabel', {
                  defaultMessage: 'All, and none',
                }),
              },
              {
                value: NOBODY,
                text: i18n.translate('watchkeeper.lifecycle.clusterForecast.nobodyLabel', {
                  defaultMessage: 'No policy',
                }),
              },
              ...policies.map((id) => ({ value: id, text: id })),
            ]}
            onChange={({ target }) => onChange({ policy: target.value })}
            data-test-subj="forecastPolicy"
          />
        </EuiFlexItem>
      )}
      <EuiFlexItem grow={false} style={{ width: 230 }}>
        <EuiCompressedSelect
          prepend={growthLabel()}
          aria-label={growthLabel()}
          value={String(state.growth)}
          options={GROWTHS.map((percent) => ({
            value: String(percent),
            text: growthOption(percent),
          }))}
          onChange={({ target }) => onChange({ growth: Number(target.value) })}
          data-test-subj="forecastGrowth"
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  </>
);
