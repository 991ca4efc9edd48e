import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPopover,
  EuiSmallButtonEmpty,
} from '@elastic/eui';
import { RANGES, isUnreadable } from '../../../common/indices/table/filter';
import type { RangeOf } from '../../../common/indices/table/filter';
import { columnLabel } from '../words';
import type { ChangeList, ListState } from './list_state';

type End = `${RangeOf}_${'from' | 'to'}`;

const EXAMPLES: Readonly<Record<RangeOf, string>> = { bytes: '10gb', docs: '1000', age: '7d' };

const unreadableText = (of: RangeOf): string =>
  i18n.translate('watchkeeper.indices.unreadableRangeText', {
    defaultMessage: 'Write it as {example}',
    values: { example: EXAMPLES[of] },
  });

const endLabel = (of: RangeOf, isFrom: boolean): string =>
  isFrom
    ? i18n.translate('watchkeeper.indices.rangeFromLabel', {
        defaultMessage: '{what}, at least',
        values: { what: columnLabel(of) },
      })
    : i18n.translate('watchkeeper.indices.rangeToLabel', {
        defaultMessage: '{what}, at most',
        values: { what: columnLabel(of) },
      });

const EndField: React.FC<{ of: RangeOf; end: End; state: ListState; onChange: ChangeList }> = ({
  of,
  end,
  state,
  onChange,
}) => {
  const isInvalid = isUnreadable(of, state[end]);
  return (
    <EuiCompressedFormRow
      label={endLabel(of, end.endsWith('_from'))}
      isInvalid={isInvalid}
      error={isInvalid ? unreadableText(of) : undefined}
    >
      <EuiCompressedFieldText
        value={state[end]}
        onChange={(event) => onChange({ [end]: event.target.value })}
        placeholder={EXAMPLES[of]}
        isInvalid={isInvalid}
        data-test-subj={`indexFilter-${end}`}
      />
    </EuiCompressedFormRow>
  );
};

/** Ranges of sizes, documents and ages. */
export const MoreFilters: React.FC<{ state: ListState; onChange: ChangeList }> = (props) => {
  const [isOpen, setOpen] = useState(false);
  const ends = RANGES.map((of) => ({ of, from: `${of}_from`, to: `${of}_to` }) as const);
  const count = ends.reduce(
    (sum, { from, to }) => sum + [from, to].filter((end) => props.state[end] !== '').length,
    0
  );
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelPaddingSize="s"
      button={
        <EuiSmallButtonEmpty
          iconType="filter"
          onClick={() => setOpen(!isOpen)}
          data-test-subj="moreFilters"
        >
          {i18n.translate('watchkeeper.indices.rangesButtonLabel', {
            defaultMessage: 'Size, documents, age',
          })}
          {count > 0 && ` (${count})`}
        </EuiSmallButtonEmpty>
      }
    >
      <div style={{ width: 340 }}>
        {ends.map(({ of, from, to }) => (
          <EuiFlexGroup key={of} gutterSize="s" responsive={false}>
            <EuiFlexItem>
              <EndField of={of} end={from} {...props} />
            </EuiFlexItem>
            <EuiFlexItem>
              <EndField of={of} end={to} {...props} />
            </EuiFlexItem>
          </EuiFlexGroup>
        ))}
      </div>
    </EuiPopover>
  );
};
