import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable, EuiButtonEmpty, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { PreviewedRun } from '../../../../common/monitors/preview';
import { formatDuration, useTime } from '../../../shared/time';
import { formatCount } from '../../words';
import { alertsInWords } from './outlook_words';

const heldBack = ({ triggers }: PreviewedRun): number =>
  triggers
    .flatMap(({ actions = [] }) => actions)
    .filter(({ outcome }) => outcome === 'held_back')
    .reduce((sum, { count = 1 }) => sum + count, 0);

const messagesText = (run: PreviewedRun): string => {
  const held = heldBack(run);
  return i18n.translate('watchkeeper.preview.messagesText', {
    defaultMessage: '{sent} sent{held, plural, =0 {} other {, # held back}}',
    values: { sent: formatCount(run.messages.length), held },
  });
};

const NumberCell: React.FC<{ number: number; isChosen: boolean; onChoose: () => void }> = ({
  number,
  isChosen,
  onChoose,
}) => (
  <EuiButtonEmpty
    size="xs"
    color="text"
    flush="left"
    iconType={isChosen ? 'eye' : undefined}
    aria-pressed={isChosen}
    onClick={onChoose}
    data-test-subj={`previewRun-${number}`}
  >
    {i18n.translate('watchkeeper.preview.runNumberLabel', {
      defaultMessage: 'Run {number}',
      values: { number },
    })}
  </EuiButtonEmpty>
);

/** Run by run, were the same found again and again: what is open, what is sent and what is held back. */
export const CourseTable: React.FC<{
  runs: readonly PreviewedRun[];
  chosen: number;
  onChoose: (number: number) => void;
}> = ({ runs, chosen, onChoose }) => {
  const { format } = useTime();
  const [first] = runs;
  const columns: Array<EuiBasicTableColumn<PreviewedRun>> = [
    {
      name: i18n.translate('watchkeeper.preview.runColumn', { defaultMessage: 'Run' }),
      width: '90px',
      render: ({ number }: PreviewedRun) => (
        <NumberCell
          number={number}
          isChosen={number === chosen}
          onChoose={() => onChoose(number)}
        />
      ),
    },
    {
      name: i18n.translate('watchkeeper.preview.afterColumn', { defaultMessage: 'After' }),
      width: '110px',
      render: ({ window, number }: PreviewedRun) => (
        <span title={format(window.end)}>
          {number === 1
            ? i18n.translate('watchkeeper.preview.nowLabel', { defaultMessage: 'now' })
            : formatDuration(window.end - first.window.end)}
        </span>
      ),
    },
    {
      name: i18n.translate('watchkeeper.preview.alertsColumn', { defaultMessage: 'Open alerts' }),
      render: ({ open }: PreviewedRun) => alertsInWords(open),
    },
    {
      name: i18n.translate('watchkeeper.preview.messagesColumn', { defaultMessage: 'Messages' }),
      render: (run: PreviewedRun) => messagesText(run),
    },
  ];
  return (
    <>
      <EuiText size="s">
        <h3>
          {i18n.translate('watchkeeper.preview.courseTitle', {
            defaultMessage: 'If this went on',
          })}
        </h3>
      </EuiText>
      <EuiBasicTable<PreviewedRun>
        items={[...runs]}
        itemId="number"
        columns={columns}
        compressed
        tableCaption={i18n.translate('watchkeeper.preview.courseCaption', {
          defaultMessage: 'The next runs, were each to find the same',
        })}
        rowProps={({ number }) => ({ isSelected: number === chosen })}
        data-test-subj="previewCourse"
      />
    </>
  );
};
