import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldNumber,
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiCompressedSwitch,
  EuiFlexGroup,
  EuiFlexItem,
} from '@elastic/eui';
import type { InventedIndex } from './invented';

const numbers = (): Array<{ name: NumberField; label: string; min: number }> => [
  {
    name: 'age_days',
    min: 0,
    label: i18n.translate('watchkeeper.lifecycle.simulation.ageLabel', {
      defaultMessage: 'Days old',
    }),
  },
  {
    name: 'docs_per_day',
    min: 0,
    label: i18n.translate('watchkeeper.lifecycle.simulation.docsLabel', {
      defaultMessage: 'Documents a day',
    }),
  },
  {
    name: 'gb_per_day',
    min: 0,
    label: i18n.translate('watchkeeper.lifecycle.simulation.sizeLabel', {
      defaultMessage: 'GB a day',
    }),
  },
  {
    name: 'primaries',
    min: 1,
    label: i18n.translate('watchkeeper.lifecycle.simulation.primariesLabel', {
      defaultMessage: 'Primary shards',
    }),
  },
];

type NumberField = 'age_days' | 'docs_per_day' | 'gb_per_day' | 'primaries';

/** The index that is made up. */
export const InventedForm: React.FC<{
  index: InventedIndex;
  onChange: (index: InventedIndex) => void;
  /** Nothing is said of those that come after it. */
  isAlone?: boolean;
}> = ({ index, onChange, isAlone = false }) => (
  <>
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      <EuiFlexItem grow={3} style={{ minWidth: 160 }}>
        <EuiCompressedFormRow
          fullWidth
          label={i18n.translate('watchkeeper.lifecycle.simulation.nameLabel', {
            defaultMessage: 'Name of the index',
          })}
        >
          <EuiCompressedFieldText
            fullWidth
            value={index.name}
            onChange={(event) => onChange({ ...index, name: event.target.value })}
            data-test-subj="inventedName"
          />
        </EuiCompressedFormRow>
      </EuiFlexItem>
      {numbers().map(({ name, label, min }) => (
        <EuiFlexItem key={name} style={{ minWidth: 110 }}>
          <EuiCompressedFormRow label={label} fullWidth>
            <EuiCompressedFieldNumber
              fullWidth
              min={min}
              value={index[name]}
              onChange={({ target }) =>
                onChange({ ...index, [name]: Math.max(min, Number(target.value) || 0) })
              }
              data-test-subj={`invented-${name}`}
            />
          </EuiCompressedFormRow>
        </EuiFlexItem>
      ))}
    </EuiFlexGroup>
    <EuiFlexGroup gutterSize="l" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiCompressedSwitch
          label={i18n.translate('watchkeeper.lifecycle.simulation.writtenLabel', {
            defaultMessage: 'Documents still go into it',
          })}
          checked={index.written}
          onChange={(event) => onChange({ ...index, written: event.target.checked })}
          data-test-subj="inventedWritten"
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiCompressedSwitch
          label={i18n.translate('watchkeeper.lifecycle.simulation.aliasLabel', {
            defaultMessage: 'It has an alias to be rolled over with',
          })}
          checked={index.has_alias}
          onChange={(event) => onChange({ ...index, has_alias: event.target.checked })}
          data-test-subj="inventedAlias"
        />
      </EuiFlexItem>
      {!isAlone && (
        <EuiFlexItem grow={false}>
          <EuiCompressedSwitch
            label={
              index.has_alias
                ? i18n.translate('watchkeeper.lifecycle.simulation.followedByRolloverLabel', {
                    defaultMessage: 'At each rollover another one follows',
                  })
                : i18n.translate('watchkeeper.lifecycle.simulation.followedDailyLabel', {
                    defaultMessage: 'Every day another one follows',
                  })
            }
            checked={index.followed}
            onChange={(event) => onChange({ ...index, followed: event.target.checked })}
            data-test-subj="inventedFollowed"
          />
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  </>
);
