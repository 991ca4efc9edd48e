import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiText } from '@elastic/eui';
import type { IlmNote } from '../../../common/import/ilm/note';
import { Said } from '../../shared/said';

const labelOf = ({ kind }: IlmNote): string =>
  kind === 'lost'
    ? i18n.translate('watchkeeper.lifecycle.import.lostLabel', { defaultMessage: 'Lost' })
    : i18n.translate('watchkeeper.lifecycle.import.changedLabel', { defaultMessage: 'Changed' });

/** What is not the same after a conversion; what is lost comes first. */
export const NotesList: React.FC<{ notes: readonly IlmNote[] }> = ({ notes }) => {
  const lostFirst = [
    ...notes.filter(({ kind }) => kind === 'lost'),
    ...notes.filter(({ kind }) => kind === 'changed'),
  ];
  return (
    <EuiText size="s" className="eui-textBreakWord">
      <ul data-test-subj="importNotes">
        {lostFirst.map((note, i) => (
          <li key={`${note.place}-${i}`}>
            <EuiBadge color={note.kind === 'lost' ? 'warning' : 'hollow'}>{labelOf(note)}</EuiBadge>{' '}
            <code>{note.place}</code>: <Said sentence={note.said} />
          </li>
        ))}
      </ul>
    </EuiText>
  );
};
