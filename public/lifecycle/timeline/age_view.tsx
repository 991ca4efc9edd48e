import React, { useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiBasicTable, EuiSpacer, EuiText, EuiTextColor } from '@elastic/eui';
import { simulateIndex } from '../../../common/lifecycle/simulate/simulate_index';
import { agesOf } from '../../../common/lifecycle/simulate/ages';
import type { AgedEvent } from '../../../common/lifecycle/simulate/ages';
import type { Timeline } from '../../../common/lifecycle/simulate/timeline';
import type { Policy } from '../../../common/lifecycle/policy/policy';
import { endText, eventText } from '../simulation/event_words';
import { InventedForm } from '../simulation/invented_form';
import { inventedIndex, newInvented, patternIn } from '../simulation/invented';
import type { InventedIndex } from '../simulation/invented';
import { AgeChart } from './age_chart';
import { ageText, rangeText } from './age_words';

const DAY = 86_400_000;

/** How far it is followed, in days. */
const DAYS = 730;

const isBad = ({ kind }: AgedEvent): boolean => kind === 'failed' || kind === 'cycle';

const headline = (timeline: Timeline, last: AgedEvent | undefined): string =>
  timeline.end === 'deleted' && last
    ? i18n.translate('watchkeeper.lifecycle.timeline.deletedText', {
        defaultMessage: 'Deleted at the age of {age}',
        values: { age: ageText(last.age.expected) },
      })
    : endText(timeline, last, DAYS);

const AgesTable: React.FC<{ events: AgedEvent[]; caption: string }> = ({ events, caption }) => (
  <EuiBasicTable<AgedEvent>
    items={events}
    compressed
    tableCaption={caption}
    columns={[
      {
        name: i18n.translate('watchkeeper.lifecycle.timeline.ageColumn', {
          defaultMessage: 'At the age of',
        }),
        width: '220px',
        render: ({ age }: AgedEvent) => (
          <div>
            {ageText(age.expected)}
            <EuiText size="xs" color="subdued">
              {rangeText(age)}
            </EuiText>
          </div>
        ),
      },
      {
        name: i18n.translate('watchkeeper.lifecycle.timeline.stateColumn', {
          defaultMessage: 'State',
        }),
        width: '140px',
        render: ({ state }: AgedEvent) => <EuiBadge color="hollow">{state}</EuiBadge>,
      },
      {
        name: i18n.translate('watchkeeper.lifecycle.timeline.whatColumn', {
          defaultMessage: 'What happens',
        }),
        render: (event: AgedEvent) => (
          <EuiTextColor color={isBad(event) ? 'danger' : 'default'}>
            {eventText(event)}
          </EuiTextColor>
        ),
      },
    ]}
    data-test-subj="agesTable"
  />
);

/** Where an index is at which age under this policy. */
export const AgeView: React.FC<{
  policy: Policy;
  now: number;
  /** Whether indices of this policy have what a rollover needs, as far as is known. */
  rollsOver: boolean;
}> = ({ policy, now, rollsOver }) => {
  const [changed, setChanged] = useState<InventedIndex>();
  const index = useMemo(
    () => changed ?? newInvented(patternIn(policy), rollsOver),
    [changed, policy, rollsOver]
  );
  const timeline = useMemo(
    () => simulateIndex(policy, inventedIndex(index, now), { now, horizon: now + DAYS * DAY }),
    [policy, index, now]
  );
  const ages = useMemo(
    () => agesOf(timeline, now - index.age_days * DAY),
    [timeline, now, index.age_days]
  );
  const last = ages.events[ages.events.length - 1];
  return (
    <div data-test-subj="ageView">
      <EuiText size="xs" color="subdued">
        <p>
          {i18n.translate('watchkeeper.lifecycle.timeline.aboutText', {
            defaultMessage:
              'Where an index is at which age, for one that grows as you say. Lines in a bar are actions; the thin part of a bar is how early or late it may be.',
          })}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <InventedForm index={index} onChange={setChanged} isAlone />
      <EuiSpacer size="m" />
      <EuiText size="s" aria-live="polite" data-test-subj="ageEnd">
        <p>
          <strong>
            <EuiTextColor color={last && isBad(last) ? 'danger' : 'default'}>
              {headline(timeline, last)}
            </EuiTextColor>
          </strong>
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <AgeChart ages={ages} />
      <EuiSpacer size="m" />
      <AgesTable events={ages.events} caption={index.name} />
    </div>
  );
};
