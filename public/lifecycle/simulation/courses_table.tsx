import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable, EuiLink, EuiSpacer, EuiTextColor, EuiTitle } from '@elastic/eui';
import type { CriteriaWithPagination } from '@elastic/eui';
import { formatDuration } from '../../shared/time';
import { endText } from './event_words';
import type { Course } from './simulated';
import { TimelineView, WhenText } from './timeline_view';

const PAGE_SIZES = [10, 20, 50];

/** What is deleted on which day, and what never is. */
export const CoursesTable: React.FC<{ courses: readonly Course[]; now: number }> = ({
  courses,
  now,
}) => {
  const [page, setPage] = useState({ index: 0, size: 10 });
  const [chosen, setChosen] = useState<string>();
  const shown = courses.slice(page.index * page.size, (page.index + 1) * page.size);
  const course = courses.find(({ index }) => index.facts.name === chosen);
  return (
    <>
      <EuiTitle size="xxs">
        <h3>
          {i18n.translate('watchkeeper.lifecycle.simulation.whichDayTitle', {
            defaultMessage: 'What is deleted on which day',
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
            render: ({ index: { facts } }: Course) => (
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
            render: ({ index: { facts } }: Course) => formatDuration(now - facts.created_at),
          },
          {
            name: i18n.translate('watchkeeper.lifecycle.simulation.endColumn', {
              defaultMessage: 'What becomes of it',
            }),
            render: ({ timeline, last }: Course) => (
              <EuiTextColor color={timeline.end === 'failed' ? 'danger' : 'default'}>
                {endText(timeline, last)}
              </EuiTextColor>
            ),
          },
          {
            name: i18n.translate('watchkeeper.lifecycle.simulation.dayColumn', {
              defaultMessage: 'When',
            }),
            width: '220px',
            render: ({ timeline, last }: Course) =>
              last && timeline.end !== 'beyond' ? (
                <div>
                  <WhenText event={last} />
                </div>
              ) : (
                '–'
              ),
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
          <TimelineView timeline={course.timeline} caption={course.index.facts.name} />
        </>
      )}
    </>
  );
};
