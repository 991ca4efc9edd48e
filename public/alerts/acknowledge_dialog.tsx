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
} from '@elastic/eui';
import type { Alert } from '../../common/alerts/alert';
import { MAX_COMMENT_LENGTH } from '../../common/alerts/api';
import { formatDuration, useTime } from '../shared/time';

const HOUR = 3_600_000;
/** Milliseconds; 0 is with the alert. */
const PRESETS = [0, HOUR, 4 * HOUR, 24 * HOUR];

const presetLabel = (length: number): string =>
  length === 0
    ? i18n.translate('watchkeeper.alerts.dialog.untilEndLabel', {
        defaultMessage: 'Until the alert ends',
      })
    : i18n.translate('watchkeeper.alerts.dialog.forLabel', {
        defaultMessage: 'For {duration}',
        values: { duration: formatDuration(length) },
      });

const titleOf = (count: number): string =>
  i18n.translate('watchkeeper.alerts.dialog.title', {
    defaultMessage: 'Acknowledge {count, plural, one {the alert} other {# alerts}}',
    values: { count },
  });

const EndField: React.FC<{ length: number; onChange: (length: number) => void }> = ({
  length,
  onChange,
}) => {
  const { format } = useTime();
  return (
    <EuiCompressedFormRow
      label={i18n.translate('watchkeeper.alerts.dialog.endLabel', { defaultMessage: 'How long' })}
      helpText={
        length === 0
          ? i18n.translate('watchkeeper.alerts.dialog.heldText', {
              defaultMessage:
                'Messages are held back until then. A rise of the severity ends it, too.',
            })
          : i18n.translate('watchkeeper.alerts.dialog.heldUntilText', {
              defaultMessage:
                'Messages are held back until {instant}; if the alert is still open then, they are sent again. A rise of the severity ends it, too.',
              values: { instant: format(Date.now() + length) },
            })
      }
    >
      <EuiCompressedSelect
        options={PRESETS.map((preset) => ({ value: String(preset), text: presetLabel(preset) }))}
        value={String(length)}
        onChange={(event) => onChange(Number(event.target.value))}
        data-test-subj="acknowledgeEnd"
      />
    </EuiCompressedFormRow>
  );
};

const CommentField: React.FC<{ value: string; onChange: (value: string) => void }> = ({
  value,
  onChange,
}) => (
  <EuiCompressedFormRow
    label={i18n.translate('watchkeeper.alerts.dialog.commentLabel', {
      defaultMessage: 'Comment (optional)',
    })}
  >
    <EuiCompressedTextArea
      rows={3}
      value={value}
      maxLength={MAX_COMMENT_LENGTH}
      onChange={(event) => onChange(event.target.value)}
      data-test-subj="acknowledgeComment"
    />
  </EuiCompressedFormRow>
);

/** Takes a comment and an end, before alerts are acknowledged. */
export const AcknowledgeDialog: React.FC<{
  alerts: readonly Alert[];
  onClose: () => void;
  onAcknowledge: (said: { comment?: string; until?: number }) => void;
}> = ({ alerts, onClose, onAcknowledge }) => {
  const [comment, setComment] = useState('');
  const [length, setLength] = useState(0);
  const title = titleOf(alerts.length);
  const acknowledge = () =>
    onAcknowledge({
      ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
      ...(length === 0 ? {} : { until: Date.now() + length }),
    });
  return (
    <EuiModal onClose={onClose} aria-label={title} data-test-subj="acknowledgeDialog">
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          <h2>{title}</h2>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <EndField length={length} onChange={setLength} />
        <CommentField value={comment} onChange={setComment} />
      </EuiModalBody>
      <EuiModalFooter>
        <EuiSmallButtonEmpty onClick={onClose}>
          {i18n.translate('watchkeeper.alerts.dialog.cancelButtonLabel', {
            defaultMessage: 'Cancel',
          })}
        </EuiSmallButtonEmpty>
        <EuiSmallButton fill onClick={acknowledge} data-test-subj="acknowledgeConfirm">
          {i18n.translate('watchkeeper.alerts.acknowledgeButtonLabel', {
            defaultMessage: 'Acknowledge',
          })}
        </EuiSmallButton>
      </EuiModalFooter>
    </EuiModal>
  );
};
