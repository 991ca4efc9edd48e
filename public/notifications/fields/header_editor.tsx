import React from 'react';
import {
  EuiCompressedFieldPassword,
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSmallButtonEmpty,
  EuiSmallButtonIcon,
  EuiSpacer,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ProblemsAt } from '../form/stored_destination';
import { addRow, headerField, removeRow, replaceRow } from './header_rows';
import type { HeaderRow } from './header_rows';

interface RowProps {
  row: HeaderRow;
  /** From 1, for labels. */
  position: number;
  problems: string[];
  onChange: (row: HeaderRow) => void;
  onRemove: () => void;
}

const nameLabel = (position: number): string =>
  i18n.translate('watchkeeper.destinations.headers.nameAriaLabel', {
    defaultMessage: 'Name of header {position}',
    values: { position },
  });

const valueLabel = (row: HeaderRow, position: number): string =>
  i18n.translate('watchkeeper.destinations.headers.valueAriaLabel', {
    defaultMessage: 'Value of header {name}',
    values: { name: row.name || String(position) },
  });

const NameField = ({ row, position, problems, onChange }: RowProps) => (
  <EuiCompressedFieldText
    fullWidth
    aria-label={nameLabel(position)}
    placeholder={i18n.translate('watchkeeper.destinations.headers.namePlaceholder', {
      defaultMessage: 'Name, for example Authorization',
    })}
    value={row.name}
    // A value is stored under its header's name: another name is another header.
    readOnly={row.kind !== 'new'}
    isInvalid={problems.length > 0}
    onChange={(event) => onChange({ ...row, name: event.target.value })}
    data-test-subj="headerName"
  />
);

const ValueField = ({ row, position, problems, onChange }: RowProps) =>
  row.kind === 'stored' ? (
    <EuiCompressedFieldText
      fullWidth
      disabled
      aria-label={valueLabel(row, position)}
      value={i18n.translate('watchkeeper.destinations.headers.storedValue', {
        defaultMessage: 'Stored; it is kept',
      })}
    />
  ) : (
    <EuiCompressedFieldPassword
      fullWidth
      type="dual"
      autoComplete="new-password"
      spellCheck={false}
      aria-label={valueLabel(row, position)}
      placeholder={i18n.translate('watchkeeper.destinations.headers.valuePlaceholder', {
        defaultMessage: 'Value',
      })}
      value={row.value}
      isInvalid={problems.length > 0}
      onChange={(event) => onChange({ ...row, value: event.target.value })}
      data-test-subj="headerValue"
    />
  );

const KeepOrReplace = ({ row, onChange }: RowProps) => {
  if (row.kind === 'new') return null;
  const { id, name } = row;
  return row.kind === 'stored' ? (
    <EuiSmallButtonEmpty
      onClick={() => onChange({ kind: 'replaced', id, name, value: '' })}
      data-test-subj="replaceHeader"
    >
      {i18n.translate('watchkeeper.destinations.headers.replaceButtonLabel', {
        defaultMessage: 'Replace',
      })}
    </EuiSmallButtonEmpty>
  ) : (
    <EuiSmallButtonEmpty
      onClick={() => onChange({ kind: 'stored', id, name })}
      data-test-subj="keepHeader"
    >
      {i18n.translate('watchkeeper.destinations.headers.keepButtonLabel', {
        defaultMessage: 'Keep stored',
      })}
    </EuiSmallButtonEmpty>
  );
};

const Row = (props: RowProps) => {
  const { row, position, problems, onRemove } = props;
  return (
    <EuiCompressedFormRow fullWidth isInvalid={problems.length > 0} error={problems}>
      <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center">
        <EuiFlexItem grow={2}>
          <NameField {...props} />
        </EuiFlexItem>
        <EuiFlexItem grow={3}>
          <ValueField {...props} />
        </EuiFlexItem>
        {row.kind !== 'new' && (
          <EuiFlexItem grow={false}>
            <KeepOrReplace {...props} />
          </EuiFlexItem>
        )}
        <EuiFlexItem grow={false}>
          <EuiSmallButtonIcon
            iconType="trash"
            color="danger"
            aria-label={i18n.translate('watchkeeper.destinations.headers.removeAriaLabel', {
              defaultMessage: 'Remove header {name}',
              values: { name: row.name || String(position) },
            })}
            onClick={onRemove}
            data-test-subj="removeHeader"
          />
        </EuiFlexItem>
      </EuiFlexGroup>
    </EuiCompressedFormRow>
  );
};

/** Headers as rows. A stored value is never shown: it is kept, replaced, or removed with its header. */
export const HeaderEditor = ({
  label,
  helpText,
  rows,
  onChange,
  problemsAt,
}: {
  label: string;
  helpText: string;
  rows: HeaderRow[];
  onChange: (rows: HeaderRow[]) => void;
  problemsAt: ProblemsAt;
}) => (
  <EuiCompressedFormRow
    fullWidth
    // The rows have labels of their own.
    hasChildLabel={false}
    label={label}
    helpText={helpText}
  >
    <div role="group" data-test-subj="headerRows">
      {rows.map((row, index) => (
        <Row
          key={row.id}
          row={row}
          position={index + 1}
          problems={problemsAt(headerField(row))}
          onChange={(changed) => onChange(replaceRow(rows, changed))}
          onRemove={() => onChange(removeRow(rows, row.id))}
        />
      ))}
      <EuiSpacer size="s" />
      <EuiSmallButtonEmpty
        iconType="plusInCircle"
        flush="left"
        onClick={() => onChange(addRow(rows))}
        data-test-subj="addHeader"
      >
        {i18n.translate('watchkeeper.destinations.headers.addButtonLabel', {
          defaultMessage: 'Add header',
        })}
      </EuiSmallButtonEmpty>
    </div>
  </EuiCompressedFormRow>
);
