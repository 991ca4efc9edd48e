import React from 'react';
import { EuiText } from '@elastic/eui';
import { ageEnd, ageTicks } from '../../../common/lifecycle/simulate/ages';
import type { AgedEvent, Ages, StateSpan } from '../../../common/lifecycle/simulate/ages';
import type { When } from '../../../common/lifecycle/simulate/timeline';
import { eventText } from '../simulation/event_words';
import { ageText } from './age_words';
import './age_chart.css';

type Place = (age: number) => string;

const Bar: React.FC<{ from: number; to: number; at: Place; kind: string; title: string }> = ({
  from,
  to,
  at,
  kind,
  title,
}) => (
  <span
    className={`watchkeeperAges__bar watchkeeperAges__bar--${kind}`}
    style={{ left: at(from), width: `calc(${at(to)} - ${at(from)})` }}
    title={title}
  />
);

const isBad = ({ kind }: AgedEvent): boolean => kind === 'failed' || kind === 'cycle';

const inSpan = ({ from, to }: StateSpan, { age }: AgedEvent): boolean =>
  age.expected >= from.expected && age.expected <= (to?.expected ?? Infinity);

/** A state: from when to when, with what is done in it. */
const Row: React.FC<{ span: StateSpan; events: readonly AgedEvent[]; end: number; at: Place }> = ({
  span,
  events,
  end,
  at,
}) => {
  const { state, from } = span;
  const stays: When = { earliest: end, expected: end, latest: end };
  const to = span.to ?? stays;
  const own = events.filter((event) => event.state === state && inSpan(span, event));
  const bad = own.some(isBad);
  const tone = bad || own.some(({ kind }) => kind === 'deleted') ? 'danger' : 'secondary';
  const title = `${state}: ${ageText(from.expected)} – ${span.to ? ageText(to.expected) : '…'}`;
  return (
    <div className="watchkeeperAges__row">
      <EuiText size="xs" className="watchkeeperAges__name" title={state}>
        <strong>{state}</strong>
      </EuiText>
      <div className={`watchkeeperAges__track euiTextColor euiTextColor--${tone}`}>
        <Bar from={from.earliest} to={to.latest} at={at} kind="range" title={title} />
        <Bar
          from={from.expected}
          to={to.expected}
          at={at}
          kind={span.to && !bad ? 'sure' : 'open'}
          title={title}
        />
        {own
          .filter(({ kind }) => kind === 'action' || kind === 'failed')
          .map((event, i) => (
            <span
              key={i}
              className="watchkeeperAges__mark euiTextColor euiTextColor--default"
              style={{ left: at(event.age.expected) }}
              title={`${ageText(event.age.expected)}: ${eventText(event)}`}
            />
          ))}
      </div>
    </div>
  );
};

/** States by age, one below the other. Hidden from readers: the table beside it says the same. */
export const AgeChart: React.FC<{ ages: Ages }> = ({ ages }) => {
  const end = ageEnd(ages);
  const at: Place = (age) => `${(100 * Math.max(0, Math.min(age, end))) / end}%`;
  return (
    <div aria-hidden className="watchkeeperAges" data-test-subj="ageChart">
      {ages.spans.map((span, i) => (
        <Row key={i} {...{ span, end, at }} events={ages.events} />
      ))}
      <div className="watchkeeperAges__row">
        <div className="watchkeeperAges__name" />
        <div className="watchkeeperAges__track watchkeeperAges__axis">
          {ageTicks(end).map((tick) => (
            <EuiText
              key={tick}
              size="xs"
              color="subdued"
              className="watchkeeperAges__tick"
              style={{ left: at(tick) }}
            >
              {tick === 0 ? '0' : ageText(tick)}
            </EuiText>
          ))}
        </div>
      </div>
    </div>
  );
};
