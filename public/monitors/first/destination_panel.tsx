import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
} from '@elastic/eui';
import type { DestinationRecord } from '../../../common/notifications/api';
import { labelOfKind } from '../../notifications/types';
import { NEW_TYPES, nameOf, typeOf } from './destination_choice';
import type { DestinationChoice } from './destination_choice';

const NEW = 'new';
const NONE = 'none';

type New = Extract<DestinationChoice, { kind: 'new' }>;

const options = (destinations: readonly DestinationRecord[]) => [
  ...destinations.map(({ id, destination }) => ({ value: `id:${id}`, text: destination.name })),
  {
    value: NEW,
    text: i18n.translate('watchkeeper.first.newDestinationLabel', {
      defaultMessage: 'A new Slack channel or webhook',
    }),
  },
  {
    value: NONE,
    text: i18n.translate('watchkeeper.first.noDestinationLabel', {
      defaultMessage: 'Nobody for now: the alert shows here only',
    }),
  },
];

const valueOf = (choice: DestinationChoice): string =>
  choice.kind === 'existing' ? `id:${choice.id}` : choice.kind === 'new' ? NEW : NONE;

const choiceOf = (value: string): DestinationChoice => {
  if (value === NEW) return { kind: 'new', url: '' };
  return value === NONE ? { kind: 'none' } : { kind: 'existing', id: value.slice('id:'.length) };
};

const NewFields: React.FC<{
  choice: New;
  problem: string | undefined;
  onChange: (choice: New) => void;
}> = ({ choice, problem, onChange }) => (
  <>
    <EuiFlexItem grow={3} style={{ minWidth: 260 }}>
      <EuiCompressedFormRow
        fullWidth
        label={i18n.translate('watchkeeper.first.urlLabel', { defaultMessage: 'URL' })}
        isInvalid={problem !== undefined}
        error={problem}
      >
        <EuiCompressedFieldText
          fullWidth
          type="url"
          autoComplete="off"
          value={choice.url}
          isInvalid={problem !== undefined}
          placeholder="https://hooks.slack.com/services/…"
          onChange={({ target }) => onChange({ ...choice, url: target.value })}
          data-test-subj="firstUrl"
        />
      </EuiCompressedFormRow>
    </EuiFlexItem>
    <EuiFlexItem grow={false} style={{ width: 120 }}>
      <EuiCompressedFormRow
        label={i18n.translate('watchkeeper.first.kindLabel', { defaultMessage: 'Kind' })}
      >
        <EuiCompressedSelect
          options={NEW_TYPES.map((value) => ({ value, text: labelOfKind(value) }))}
          value={typeOf(choice)}
          onChange={({ target }) =>
            onChange({ ...choice, type: target.value === 'slack' ? 'slack' : 'webhook' })
          }
          data-test-subj="firstDestinationKind"
        />
      </EuiCompressedFormRow>
    </EuiFlexItem>
    <EuiFlexItem grow={2} style={{ minWidth: 160 }}>
      <EuiCompressedFormRow
        fullWidth
        label={i18n.translate('watchkeeper.first.destinationNameLabel', {
          defaultMessage: 'Its name',
        })}
      >
        <EuiCompressedFieldText
          fullWidth
          value={nameOf(choice)}
          onChange={({ target }) => onChange({ ...choice, name: target.value })}
          data-test-subj="firstDestinationName"
        />
      </EuiCompressedFormRow>
    </EuiFlexItem>
  </>
);

/** Who is told: a destination that is there, or one that is made along with the monitor. */
export const DestinationPanel: React.FC<{
  destinations: readonly DestinationRecord[];
  choice: DestinationChoice;
  problem: string | undefined;
  onChange: (choice: DestinationChoice) => void;
}> = ({ destinations, choice, problem, onChange }) => (
  <EuiFlexGroup gutterSize="m" responsive={false} wrap>
    <EuiFlexItem grow={2} style={{ minWidth: 240 }}>
      <EuiCompressedFormRow
        fullWidth
        label={i18n.translate('watchkeeper.first.destinationLabel', { defaultMessage: 'Tell' })}
      >
        <EuiCompressedSelect
          fullWidth
          options={options(destinations)}
          value={valueOf(choice)}
          onChange={({ target }) => onChange(choiceOf(target.value))}
          data-test-subj="firstDestination"
        />
      </EuiCompressedFormRow>
    </EuiFlexItem>
    {choice.kind === 'new' && <NewFields choice={choice} problem={problem} onChange={onChange} />}
  </EuiFlexGroup>
);
