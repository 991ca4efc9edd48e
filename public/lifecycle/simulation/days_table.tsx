import React, { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import moment from 'moment-timezone';
import { i18n } from '@osd/i18n';
import {
  EuiBadge,
  EuiBasicTable,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSmallButtonEmpty,
  EuiSmallButtonIcon,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { CriteriaWithPagination } from '@elastic/eui';
import { csvLine } from '../../../common/csv';
import type { ForecastDay } from '../../../common/lifecycle/forecast/range';
import type { Deleted } from '../../../common/lifecycle/forecast/tally';
import { saveBlob } from '../../saved_objects/save_blob';
import { formatBytes, formatCount } from '../../shared/numbers';
import { useTime } from '../../shared/time';
import { rangeText } from './forecast_words';

const PAGE_SIZES = [10, 20, 50];
const MOST_NAMED = 3;

export const toComeLabel = (): string =>
  i18n.translate('watchkeeper.lifecycle.forecast.toComeLabel', { defaultMessage: 'to come' });

const Name: React.FC<{ deleted: Deleted }> = ({ deleted: { name, to_come: toCome } }) => (
  <>
    <span className="eui-textBreakWord">{name}</span>
    {toCome && (
      <>
        {' '}
        <EuiBadge color="hollow">{toComeLabel()}</EuiBadge>
      </>
    )}
  </>
);

const Names: React.FC<{ deleted: readonly Deleted[] }> = ({ deleted }) => (
  <EuiText size="s">
    <ul data-test-subj="deletedNames">
      {deleted.map((each) => (
        <li key={each.name}>
          <Name deleted={each} /> – {formatBytes(each.bytes)}
        </li>
      ))}
    </ul>
  </EuiText>
);

/** Every index with its day (ISO 8601, UTC) and its bytes. */
export const daysCsv = (days: readonly ForecastDay[]): string =>
  [
    csvLine(['deleted_at', 'index', 'bytes', 'exists_already']),
    ...days.flatMap(({ deleted }) =>
      deleted.map(({ at, name, bytes, to_come: toCome }) =>
        csvLine([new Date(at).toISOString(), name, Math.round(bytes), toCome ? 'false' : 'true'])
      )
    ),
  ].join('');

const shortNames = (deleted: readonly Deleted[]): string => {
  const names = deleted.slice(0, MOST_NAMED).map(({ name }) => name);
  const more = deleted.length - names.length;
  return i18n.translate('watchkeeper.lifecycle.forecast.namesText', {
    defaultMessage: '{names}{more, plural, =0 {} other { and # more}}',
    values: { names: names.join(', '), more },
  });
};

const dayColumns = (
  zone: string,
  open: string | undefined,
  setOpen: (day: string | undefined) => void,
  /** As soon as there is one: there is more to say of it than its name. */
  always: boolean
) => [
  {
    name: i18n.translate('watchkeeper.lifecycle.forecast.dayColumn', { defaultMessage: 'Day' }),
    width: '140px',
    render: ({ at }: ForecastDay) => moment.tz(at, zone).format('ddd, MMM D, YYYY'),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.forecast.countColumn', {
      defaultMessage: 'Deleted',
    }),
    width: '80px',
    render: ({ deletes }: ForecastDay) => rangeText(deletes, formatCount),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.forecast.freesColumn', { defaultMessage: 'Frees' }),
    width: '170px',
    render: ({ bytes }: ForecastDay) => rangeText(bytes, formatBytes),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.forecast.namesColumn', {
      defaultMessage: 'Which indices',
    }),
    render: ({ deleted }: ForecastDay) =>
      deleted.length === 1 ? (
        <div>
          <Name deleted={deleted[0]} />
        </div>
      ) : (
        <span className="eui-textBreakWord">{shortNames(deleted)}</span>
      ),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.forecast.openColumn', { defaultMessage: 'All' }),
    width: '50px',
    render: ({ at, deleted }: ForecastDay) => {
      const isOpen = open === String(at);
      return deleted.length < 2 && !always ? null : (
        <EuiSmallButtonIcon
          iconType={isOpen ? 'arrowUp' : 'arrowDown'}
          aria-expanded={isOpen}
          aria-label={i18n.translate('watchkeeper.lifecycle.forecast.openDayLabel', {
            defaultMessage: 'Indices that are deleted on {day}',
            values: { day: moment.tz(at, zone).format('LL') },
          })}
          onClick={() => setOpen(isOpen ? undefined : String(at))}
          data-test-subj="openDay"
        />
      );
    },
  },
];

/** What is deleted on which day, with the names, as a table and as a file. */
export const DaysTable: React.FC<{
  days: readonly ForecastDay[];
  /** The day that is open, where somebody else keeps it; 0: none is. */
  chosen?: number;
  onChoose?: (at: number) => void;
  /** What an open day shows; default: the names. */
  detailsOf?: (day: ForecastDay) => ReactNode;
  /** In the place of the file with the names. */
  files?: ReactNode;
}> = ({ days, chosen, onChoose, detailsOf, files }) => {
  const { zone } = useTime();
  const [page, setPage] = useState({ index: 0, size: 10 });
  const [own, setOwn] = useState<string>();
  const open = chosen === undefined ? own : String(chosen);
  const setOpen = (day: string | undefined) =>
    onChoose ? onChoose(Number(day ?? 0)) : setOwn(day);
  const busy = useMemo(() => days.filter(({ deleted }) => deleted.length > 0), [days]);
  const index = Math.min(page.index, Math.max(0, Math.ceil(busy.length / page.size) - 1));
  const place = busy.findIndex(({ at }) => String(at) === open);
  const opened = busy.at(place === -1 ? busy.length : place);
  // What was chosen elsewhere comes into sight.
  useEffect(() => {
    if (chosen === undefined || place === -1) return;
    setPage((before) => ({ ...before, index: Math.floor(place / before.size) }));
  }, [chosen, place]);
  const save = () =>
    saveBlob(new Blob([daysCsv(busy)], { type: 'text/csv' }), 'indices_to_be_deleted.csv');
  return (
    <>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
        <EuiFlexItem>
          <EuiTitle size="xxs">
            <h3>
              {i18n.translate('watchkeeper.lifecycle.simulation.whichDayTitle', {
                defaultMessage: 'What is deleted on which day',
              })}
            </h3>
          </EuiTitle>
        </EuiFlexItem>
        {(busy.length > 0 || files !== undefined) && (
          <EuiFlexItem grow={false}>
            {files ?? (
              <EuiSmallButtonEmpty iconType="exportAction" onClick={save} data-test-subj="daysCsv">
                {i18n.translate('watchkeeper.lifecycle.forecast.csvButton', {
                  defaultMessage: 'Save as CSV',
                })}
              </EuiSmallButtonEmpty>
            )}
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      <EuiBasicTable<ForecastDay>
        items={busy.slice(index * page.size, (index + 1) * page.size)}
        itemId={({ at }) => String(at)}
        compressed
        tableCaption={i18n.translate('watchkeeper.lifecycle.forecast.daysCaption', {
          defaultMessage: 'Days on which indices are deleted',
        })}
        noItemsMessage={i18n.translate('watchkeeper.lifecycle.forecast.noDaysText', {
          defaultMessage: 'Nothing is deleted in this time.',
        })}
        columns={dayColumns(zone, open, setOpen, detailsOf !== undefined)}
        isExpandable
        itemIdToExpandedRowMap={
          opened
            ? { [String(opened.at)]: detailsOf?.(opened) ?? <Names deleted={opened.deleted} /> }
            : {}
        }
        pagination={{
          ...{ pageIndex: index, pageSize: page.size, totalItemCount: busy.length },
          pageSizeOptions: PAGE_SIZES,
        }}
        onChange={({ page: next }: CriteriaWithPagination<ForecastDay>) => setPage(next)}
        data-test-subj="daysTable"
      />
    </>
  );
};
