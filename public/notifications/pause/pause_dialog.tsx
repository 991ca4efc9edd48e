import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFormRow,
  EuiCompressedSelect,
  EuiCompressedTextArea,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { useSetPause } from './pause';
import { formatDuration } from '../../shared/time';
import { InstantField } from '../../shared/time_range_control';

const HOUR = 3_600_000;
const LENGTHS = [HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR];
const MOST_CHARACTERS = 1000;

/** When the pause ends: an amount of milliseconds from now, an instant, or by somebody's hand. */
type End = { kind: 'open' } | { kind: 'after'; length: number } | { kind: 'at'; instant: number };

const idOf = (end: End): string => (end.kind === 'after' ? String(end.length) : end.kind);

const endOf = (id: string): End => {
  if (id === 'open') return { kind: 'open' };
  if (id === 'at') return { kind: 'at', instant: Date.now() + HOUR };
  return { kind: 'after', length: Number(id) };
};

const untilOf = (end: End): number | undefined => {
  if (end.kind === 'open') return undefined;
  return end.kind === 'at' ? end.instant : Date.now() + end.length;
};

const endOptions = () => [
  {
    value: 'open',
    text: i18n.translate('watchkeeper.pause.endOpenLabel', {
      defaultMessage: 'Until somebody resumes them',
    }),
  },
  ...LENGTHS.map((length) => ({
    value: String(length),
    text: i18n.translate('watchkeeper.pause.endAfterLabel', {
      defaultMessage: 'For {duration}',
      values: { duration: formatDuration(length) },
    }),
  })),
  {
    value: 'at',
    text: i18n.translate('watchkeeper.pause.endAtLabel', { defaultMessage: 'Until …' }),
  },
];

const EndFields: React.FC<{ end: End; onChange: (end: End) => void }> = ({ end, onChange }) => (
  <>
    <EuiCompressedFormRow
      label={i18n.translate('watchkeeper.pause.endLabel', { defaultMessage: 'How long' })}
    >
      <EuiCompressedSelect
        options={endOptions()}
        value={idOf(end)}
        onChange={({ target }) => onChange(endOf(target.value))}
        data-test-subj="pauseEnd"
      />
    </EuiCompressedFormRow>
    {end.kind === 'at' && (
      <EuiCompressedFormRow
        label={i18n.translate('watchkeeper.pause.instantLabel', { defaultMessage: 'Until' })}
        isInvalid={end.instant <= Date.now()}
        error={
          end.instant <= Date.now()
            ? i18n.translate('watchkeeper.pause.pastText', {
                defaultMessage: 'Choose an instant that is still to come.',
              })
            : undefined
        }
      >
        <InstantField
          value={end.instant}
          onChange={(instant) => onChange({ kind: 'at', instant })}
          label={i18n.translate('watchkeeper.pause.instantLabel', { defaultMessage: 'Until' })}
          data-test-subj="pauseUntil"
        />
      </EuiCompressedFormRow>
    )}
  </>
);

/** Takes a reason and an end, and pauses all notifications. */
export const PauseDialog: React.FC<{ onClose: () => void }> = ({ onClose }) => {
  const [reason, setReason] = useState('');
  const [end, setEnd] = useState<End>({ kind: 'open' });
  const { mutate, isLoading } = useSetPause();
  const title = i18n.translate('watchkeeper.pause.dialogTitle', {
    defaultMessage: 'Pause all notifications',
  });
  const pause = () => {
    const until = untilOf(end);
    mutate(
      {
        paused: true,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
        ...(until === undefined ? {} : { until }),
      },
      { onSuccess: onClose }
    );
  };
  return (
    <EuiModal
      onClose={onClose}
      aria-label={title}
      style={{ width: 520 }}
      data-test-subj="pauseDialog"
    >
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          <h2>{title}</h2>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <EuiText size="s">
          <p>
            {i18n.translate('watchkeeper.pause.explanationText', {
              defaultMessage:
                'Monitors go on running and alerts go on opening, but no message leaves. All of them wait, and go out when the pause ends.',
            })}
          </p>
        </EuiText>
        <EuiSpacer size="m" />
        <EuiCompressedFormRow
          label={i18n.translate('watchkeeper.pause.reasonLabel', {
            defaultMessage: 'Reason (optional)',
          })}
          helpText={i18n.translate('watchkeeper.pause.reasonHelpText', {
            defaultMessage: 'Everybody sees it, with your name, on every page.',
          })}
        >
          <EuiCompressedTextArea
            rows={2}
            value={reason}
            maxLength={MOST_CHARACTERS}
            onChange={({ target }) => setReason(target.value)}
            data-test-subj="pauseReason"
          />
        </EuiCompressedFormRow>
        <EndFields end={end} onChange={setEnd} />
      </EuiModalBody>
      <EuiModalFooter>
        <EuiSmallButtonEmpty onClick={onClose}>
          {i18n.translate('watchkeeper.pause.cancelButtonLabel', { defaultMessage: 'Cancel' })}
        </EuiSmallButtonEmpty>
        <EuiSmallButton
          fill
          isLoading={isLoading}
          isDisabled={end.kind === 'at' && end.instant <= Date.now()}
          onClick={pause}
          data-test-subj="pauseConfirm"
        >
          {i18n.translate('watchkeeper.pause.confirmButtonLabel', {
            defaultMessage: 'Pause all',
          })}
        </EuiSmallButton>
      </EuiModalFooter>
    </EuiModal>
  );
};
