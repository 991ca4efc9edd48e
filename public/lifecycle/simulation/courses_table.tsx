import React, { useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable, EuiLink, EuiSpacer, EuiTextColor, EuiTitle } from '@elastic/eui';
import type { CriteriaWithPagination } from '@elastic/eui';
import type { Course } from '../../../common/lifecycle/forecast/forecast';
import type { TimedEvent } from '../../../common/lifecycle/simulate/timeline';
import { formatDuration } from '../../shared/time';
import { endText } from './event_words';
import { TimelineView, WhenText } from './timeline_view';

const PAGE_SIZES = [10, 20, 50];

const lastOf = ({ timeline: { events } }: Course): TimedEvent | undefined =>
  events[events.length - 1];

/** Those that stop come first, then those that are deleted first, then those that stay. */
const rank = (course: Course): number => {
  const { end } = course.timeline;
  if (end === 'failed') return -Infinity;
  return end === 'deleted' ? (lastOf(course)?.when.expected ?? Infinity) : Infinity;
};

const inOrder = (courses: readonly Course[]): Course[] =>
  [...courses].sort((a, b) => {
    const [first, second] = [rank(a), rank(b)];
    return first === second ? a.facts.name.localeCompare(b.facts.name) : first - second;
  });

/** What becomes of each index that is there, and when. */
export const CoursesTable: React.FC<{ courses: readonly Course[]; now: number; days: number }> = ({
  courses: all,
  now,
  days,
}) => {
  const courses = useMemo(() => inOrder(all), [all]);
  const [page, setPage] = useState({ index: 0, size: 10 });
  const [chosen, setChosen] = useState<string>();
  const shown = courses.slice(page.index * page.size, (page.index + 1) * page.size);
  const course = courses.find(({ facts }) => facts.name === chosen);
  return (
    <>
      <EuiTitle size="xxs">
        <h3>
          {i18n.translate('watchkeeper.lifecycle.simulation.eachTitle', {
            defaultMessage: 'What becomes of each index',
          })}
        </h3>
      </EuiTitle>
      <EuiBasicTable<Course>
        items={shown}
        compressed
        tableCaption={i18n.translate('watchkeeper.lifecycle.simulation.whichDayCaption', {
          defaultMessage: 'Indices, with what becomes of each under this policy',
        })}
        columns={[
          {
            name: i18n.translate('watchkeeper.lifecycle.simulation.indexColumn', {
              defaultMessage: 'Index',
            }),
            render: ({ facts }: Course) => (
              <EuiLink
                className="eui-textBreakWord"
                onClick={() => setChosen(facts.name)}
                data-test-subj="courseLink"
              >
                {facts.name}
              </EuiLink>
            ),
          },
          {
            name: i18n.translate('watchkeeper.lifecycle.simulation.ageColumn', {
              defaultMessage: 'Age',
            }),
            width: '120px',
            render: ({ facts }: Course) => formatDuration(now - facts.created_at),
          },
          {
            name: i18n.translate('watchkeeper.lifecycle.simulation.endColumn', {
              defaultMessage: 'What becomes of it',
            }),
            render: (each: Course) => (
              <EuiTextColor color={each.timeline.end === 'failed' ? 'danger' : 'default'}>
                {endText(each.timeline, lastOf(each), days)}
              </EuiTextColor>
            ),
          },
          {
            name: i18n.translate('watchkeeper.lifecycle.simulation.dayColumn', {
              defaultMessage: 'When',
            }),
            width: '220px',
            render: (each: Course) => {
              const last = lastOf(each);
              return last && each.timeline.end !== 'beyond' ? (
                <div>
                  <WhenText event={last} />
                </div>
              ) : (
                '–'
              );
            },
          },
        ]}
        pagination={{
          ...{ pageIndex: page.index, pageSize: page.size, totalItemCount: courses.length },
          pageSizeOptions: PAGE_SIZES,
        }}
        onChange={({ page: next }: CriteriaWithPagination<Course>) => setPage(next)}
        data-test-subj="coursesTable"
      />
      {course && (
        <>
          <EuiSpacer size="m" />
          <EuiTitle size="xxs">
            <h3 className="eui-textBreakWord">{chosen}</h3>
          </EuiTitle>
          <TimelineView timeline={course.timeline} caption={course.facts.name} days={days} />
        </>
      )}
    </>
  );
};
