import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedTextArea, EuiFlexGroup, EuiFlexItem, EuiSmallButton } from '@elastic/eui';
import { MAX_COMMENT_LENGTH } from '../../../common/alerts/api';
import { useMay } from '../../shared/plugin_status';
import { useToasts } from '../../shared/toasts';
import { useAddComment } from '../alert_queries';

/** Adds to the story what somebody has to say. */
export const CommentBox: React.FC<{ alertId: string }> = ({ alertId }) => {
  const [comment, setComment] = useState('');
  const adding = useAddComment(alertId);
  const toasts = useToasts();
  const may = useMay('acknowledge');
  if (!may) return null;
  const add = () =>
    adding.mutate(comment.trim(), {
      onSuccess: () => setComment(''),
      onError: (error) =>
        toasts.failure(
          i18n.translate('watchkeeper.alerts.story.commentFailedTitle', {
            defaultMessage: 'The comment was not saved',
          }),
          error
        ),
    });
  const label = i18n.translate('watchkeeper.alerts.story.commentLabel', {
    defaultMessage: 'Write a comment',
  });
  return (
    <EuiFlexGroup gutterSize="s" alignItems="flexEnd" responsive={false}>
      <EuiFlexItem>
        <EuiCompressedTextArea
          fullWidth
          rows={2}
          value={comment}
          maxLength={MAX_COMMENT_LENGTH}
          placeholder={label}
          aria-label={label}
          onChange={(event) => setComment(event.target.value)}
          data-test-subj="commentText"
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButton
          isLoading={adding.isLoading}
          isDisabled={comment.trim() === ''}
          onClick={add}
          data-test-subj="addComment"
        >
          {i18n.translate('watchkeeper.alerts.story.commentButtonLabel', {
            defaultMessage: 'Comment',
          })}
        </EuiSmallButton>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};
