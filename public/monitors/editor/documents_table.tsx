import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiInMemoryTable, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { JsonValue } from '../../../common/json/lossless';
import { useTime } from '../../shared/time';
import { documentsOf } from './documents';
import type { FoundDocument } from './documents';

const MAX_FIELDS = 30;

/** The fields of a document, one after the other, as Discover shows them. */
const Fields: React.FC<{ fields: FoundDocument['fields'] }> = ({ fields }) => (
  <EuiText size="xs">
    {fields.slice(0, MAX_FIELDS).map(({ name, text }) => (
      <React.Fragment key={name}>
        <code>{name}</code> <span className="eui-textBreakWord">{text}</span>{' '}
      </React.Fragment>
    ))}
    {fields.length > MAX_FIELDS && '…'}
  </EuiText>
);

/** The document's time as the user reads times; what is no time is shown as it is. */
const DocumentTime: React.FC<{ time: string }> = ({ time }) => {
  const { format } = useTime();
  const instant = /^\d+$/.test(time) ? Number(time) : time;
  const isTime = time !== '' && !Number.isNaN(new Date(instant).getTime());
  return <EuiText size="xs">{isTime ? format(instant) : time}</EuiText>;
};

const columns = (): Array<EuiBasicTableColumn<FoundDocument>> => [
  {
    field: 'time',
    name: i18n.translate('watchkeeper.editor.documentTimeColumn', { defaultMessage: 'Time' }),
    width: '150px',
    render: (time: string) => <DocumentTime time={time} />,
  },
  {
    field: 'fields',
    name: i18n.translate('watchkeeper.editor.documentSourceColumn', {
      defaultMessage: 'Document',
    }),
    render: (fields: FoundDocument['fields']) => <Fields fields={fields} />,
  },
];

/** The documents that came back; there may be more hits than these. */
export const DocumentsTable: React.FC<{ response: JsonValue; height: string }> = ({
  response,
  height,
}) => {
  const documents = useMemo(() => documentsOf(response), [response]);
  return (
    <div style={{ maxHeight: height, overflow: 'auto' }}>
      <EuiInMemoryTable<FoundDocument>
        items={documents}
        itemId="key"
        columns={columns()}
        compressed
        pagination={documents.length > 10 ? { pageSizeOptions: [10, 25, 50] } : false}
        message={i18n.translate('watchkeeper.editor.noDocumentsText', {
          defaultMessage: 'No documents came back.',
        })}
        tableCaption={i18n.translate('watchkeeper.editor.documentsCaption', {
          defaultMessage: 'Documents of the last run',
        })}
        data-test-subj="documentsTable"
      />
    </div>
  );
};
