import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiText, EuiTitle } from '@elastic/eui';
import type { ForecastFacts } from '../../../common/lifecycle/forecast/forecast_api';
import { formatCount } from '../../shared/numbers';

const MOST_NAMED = 3;

/** Of policies: what they are taken to do, and to which indices. */
const ofPolicies = ({ outdated }: ForecastFacts, lost: readonly string[]): string[] => [
  i18n.translate('watchkeeper.lifecycle.clusterForecast.policiesAssumption', {
    defaultMessage:
      'Each index goes through its policy as that is stored now{outdated, plural, =0 {} one {; one still follows an older version of it} other {; # still follow an older version of theirs}}. A step is taken as often as is said above.',
    values: { outdated },
  }),
  i18n.translate('watchkeeper.lifecycle.clusterForecast.templatesAssumption', {
    defaultMessage:
      'A new index gets the policy whose template takes in its name, whatever was applied to the ones before it by hand; where no template does, nobody manages it.',
  }),
  ...(lost.length === 0
    ? []
    : [
        i18n.translate('watchkeeper.lifecycle.clusterForecast.lostAssumption', {
          defaultMessage:
            '{count, plural, one {One index is} other {# indices are}} under a policy that was deleted, or in a state that it does not have any more, and {count, plural, one {is} other {are}} taken to stay: {names}{more, plural, =0 {} other { and # more}}.',
          values: {
            count: lost.length,
            names: lost.slice(0, MOST_NAMED).join(', '),
            more: Math.max(0, lost.length - MOST_NAMED),
          },
        }),
      ]),
];

/** What the forecast takes for granted, and what it leaves out. */
export const Assumptions: React.FC<{
  facts: ForecastFacts;
  lost: readonly string[];
  hasDisk: boolean;
}> = ({ facts, lost, hasDisk }) => {
  const lines = [
    ...(facts.policies ? ofPolicies(facts, lost) : []),
    i18n.translate('watchkeeper.lifecycle.clusterForecast.growthAssumption', {
      defaultMessage:
        'A family with dates in its names makes the next index at the pace of the last ones, an alias or a data stream at each rollover, and each grows a day as its siblings did. A range goes from fast growing indices to slow ones. A family that has missed three turns is taken to be over.',
    }),
    i18n.translate('watchkeeper.lifecycle.clusterForecast.sizeAssumption', {
      defaultMessage:
        'Sizes are those of the primaries times their copies, as if every copy were assigned. Closed indices do not tell their size.',
    }),
    ...(hasDisk
      ? [
          i18n.translate('watchkeeper.lifecycle.clusterForecast.diskAssumption', {
            defaultMessage:
              'The disks of all data nodes are taken together, as if the data were spread evenly; whatever else lies on them stays as it is.',
          }),
        ]
      : []),
    ...(facts.left_out === 0
      ? []
      : [
          i18n.translate('watchkeeper.lifecycle.clusterForecast.systemAssumption', {
            defaultMessage:
              '{count, plural, one {One index} other {{shown} indices}} of the system (with a dot in front, without a policy) {count, plural, one {is} other {are}} left out.',
            values: { count: facts.left_out, shown: formatCount(facts.left_out) },
          }),
        ]),
    i18n.translate('watchkeeper.lifecycle.clusterForecast.unforeseenAssumption', {
      defaultMessage:
        'Not foreseen: how long a force merge, a shrink or a snapshot runs, and what people do by hand.',
    }),
  ];
  return (
    <>
      <EuiTitle size="xxs">
        <h3>
          {i18n.translate('watchkeeper.lifecycle.clusterForecast.assumptionsTitle', {
            defaultMessage: 'What this rests on',
          })}
        </h3>
      </EuiTitle>
      <EuiText size="s" color="subdued" data-test-subj="assumptions">
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </EuiText>
    </>
  );
};
