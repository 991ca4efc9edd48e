import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBadge,
  EuiFlexGroup,
  EuiFlexItem,
  EuiIcon,
  EuiInMemoryTable,
  EuiSpacer,
  EuiText,
  EuiTextColor,
} from '@elastic/eui';
import type { ManagedIndex } from '../../../../common/lifecycle/managed_index';
import { storyOf, visitsOf } from '../../../../common/lifecycle/history/story';
import type { StoryEvent, Visit } from '../../../../common/lifecycle/history/story';
import { appPaths } from '../../../shared/app_paths';
import { PageLink } from '../../../shared/links';
import { LoadingState } from '../../../shared/states';
import { Timestamp, formatDuration } from '../../../shared/time';
import { Gaps } from '../gaps';
import { useIndexActs, useManagedHistory } from '../managed_queries';
import { actText, stepText } from './history_words';

const isBad = (event: StoryEvent): boolean =>
  event.kind === 'step' && (event.step.outcome === 'failed' || event.step.outcome === 'stopped');

const What: React.FC<{ event: StoryEvent }> = ({ event }) => {
  if (event.kind === 'act') {
    return (
      <span>
        <EuiIcon type="user" size="s" aria-hidden="true" /> {actText(event.act)}
      </span>
    );
  }
  return (
    <EuiTextColor color={isBad(event) ? 'danger' : 'default'}>{stepText(event.step)}</EuiTextColor>
  );
};

const said = (event: StoryEvent): string => {
  if (event.kind === 'step') {
    return [event.step.message, event.step.cause].filter((each) => each !== undefined).join(' – ');
  }
  const { who, said: note } = event.act;
  const by =
    who === undefined
      ? []
      : [
          i18n.translate('watchkeeper.lifecycle.history.byText', {
            defaultMessage: 'By {who}',
            values: { who },
          }),
        ];
  return [...by, ...(note === undefined ? [] : [note])].join(': ');
};

const visitText = ({ state, from, until }: Visit, now: number): string =>
  until === undefined
    ? i18n.translate('watchkeeper.lifecycle.history.stillThereText', {
        defaultMessage: '{state}: for {time} so far',
        values: { state, time: formatDuration(now - from) },
      })
    : i18n.translate('watchkeeper.lifecycle.history.wasThereText', {
        defaultMessage: '{state}: {time}',
        values: { state, time: formatDuration(until - from) },
      });

/** The states that it was in, each with how long. */
const Visits: React.FC<{ visits: readonly Visit[]; now: number }> = ({ visits, now }) => (
  <EuiFlexGroup gutterSize="xs" alignItems="center" responsive={false} wrap data-test-subj="visits">
    {visits.map((visit, at) => (
      <React.Fragment key={visit.from}>
        {at > 0 && <EuiFlexItem grow={false}>→</EuiFlexItem>}
        <EuiFlexItem grow={false}>
          <EuiBadge color={visit.until === undefined ? 'primary' : 'hollow'}>
            {visitText(visit, now)}
          </EuiBadge>
        </EuiFlexItem>
      </React.Fragment>
    ))}
  </EuiFlexGroup>
);

const PAGE_SIZE = 20;

const EventsTable: React.FC<{ events: StoryEvent[] }> = ({ events }) => (
  <EuiInMemoryTable<StoryEvent>
    items={events}
    compressed
    pagination={
      events.length > PAGE_SIZE
        ? { initialPageSize: PAGE_SIZE, pageSizeOptions: [PAGE_SIZE, 100, 500] }
        : false
    }
    tableCaption={i18n.translate('watchkeeper.lifecycle.history.caption', {
      defaultMessage: 'What happened to the index, newest first',
    })}
    columns={[
      {
        name: i18n.translate('watchkeeper.lifecycle.history.whenColumn', {
          defaultMessage: 'When',
        }),
        width: '190px',
        render: ({ at }: StoryEvent) => <Timestamp value={at} wrap />,
      },
      {
        name: i18n.translate('watchkeeper.lifecycle.history.stateColumn', {
          defaultMessage: 'State',
        }),
        width: '110px',
        render: (event: StoryEvent) => (
          <span>{event.kind === 'step' ? (event.step.state ?? '–') : '–'}</span>
        ),
      },
      {
        name: i18n.translate('watchkeeper.lifecycle.history.whatColumn', {
          defaultMessage: 'What happened',
        }),
        width: '28%',
        render: (event: StoryEvent) => <What event={event} />,
      },
      {
        name: i18n.translate('watchkeeper.lifecycle.history.tookColumn', {
          defaultMessage: 'Took',
        }),
        width: '140px',
        render: (event: StoryEvent) => (
          <span>
            {event.kind === 'step' && event.step.took !== undefined
              ? formatDuration(event.step.took)
              : '–'}
          </span>
        ),
      },
      {
        name: i18n.translate('watchkeeper.lifecycle.history.saidColumn', {
          defaultMessage: 'What was said',
        }),
        render: (event: StoryEvent) => <span className="eui-textBreakWord">{said(event)}</span>,
      },
    ]}
    data-test-subj="historyTable"
  />
);

/** What the engine did and what people did, newest first, with how long each took. */
export const HistoryView: React.FC<{ managed: ManagedIndex; now: number }> = ({
  managed: { index, uuid },
  now,
}) => {
  const history = useManagedHistory(index, uuid);
  const acts = useIndexActs(index);
  const { data } = history;
  const events = useMemo(() => storyOf(data?.steps ?? [], acts.data ?? []), [data, acts.data]);
  const visits = useMemo(() => visitsOf(data?.steps ?? []), [data]);
  if (history.isLoading || acts.isLoading) return <LoadingState />;
  const errors = [history.error, acts.error].flatMap((error) => (error ? [error.message] : []));
  return (
    <>
      <Gaps gaps={[...(data?.gaps ?? []), ...errors]} />
      {visits.length > 0 && <Visits visits={visits} now={now} />}
      <EuiSpacer size="s" />
      {events.length === 0 ? (
        <EuiText size="s" color="subdued" data-test-subj="noHistory">
          {i18n.translate('watchkeeper.lifecycle.history.noneText', {
            defaultMessage: 'Nothing is noted of this index.',
          })}
        </EuiText>
      ) : (
        <EventsTable events={events} />
      )}
      {data?.cut && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('watchkeeper.lifecycle.history.cutText', {
            defaultMessage: 'Older steps are not shown.',
          })}
        </EuiText>
      )}
      <EuiSpacer size="s" />
      <EuiText size="s">
        <PageLink to={appPaths.auditOf(index)}>
          {i18n.translate('watchkeeper.lifecycle.history.auditLink', {
            defaultMessage: 'What people did to this index, in the audit',
          })}
        </PageLink>
      </EuiText>
    </>
  );
};
