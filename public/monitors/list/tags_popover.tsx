import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiComboBox,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPopover,
  EuiSmallButton,
  EuiSpacer,
} from '@elastic/eui';

const label = (): string =>
  i18n.translate('watchkeeper.bulk.tagsButtonLabel', { defaultMessage: 'Tags' });

/** Puts tags on the selected monitors, or takes them off. */
export const TagsPopover: React.FC<{
  known: readonly string[];
  isDisabled: boolean;
  onAdd: (tags: string[]) => void;
  onRemove: (tags: string[]) => void;
}> = ({ known, isDisabled, onAdd, onRemove }) => {
  const [isOpen, setOpen] = useState(false);
  const [tags, setTags] = useState<string[]>([]);
  const close = () => {
    setOpen(false);
    setTags([]);
  };
  const act = (tell: (chosen: string[]) => void) => () => {
    tell(tags);
    close();
  };
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={close}
      initialFocus="[data-test-subj=bulkTags] input"
      aria-label={label()}
      button={
        <EuiSmallButton
          iconType="arrowDown"
          iconSide="right"
          isDisabled={isDisabled}
          onClick={() => setOpen(!isOpen)}
          data-test-subj="bulkTagsButton"
        >
          {label()}
        </EuiSmallButton>
      }
    >
      <div style={{ width: 280 }}>
        <EuiComboBox<string>
          compressed
          fullWidth
          options={known.map((tag) => ({ label: tag }))}
          selectedOptions={tags.map((tag) => ({ label: tag }))}
          onChange={(chosen) => setTags(chosen.map((one) => one.label))}
          onCreateOption={(tag) => setTags([...new Set([...tags, tag.trim()])])}
          aria-label={label()}
          placeholder={i18n.translate('watchkeeper.bulk.tagsPlaceholder', {
            defaultMessage: 'Choose or type, and press Enter',
          })}
          data-test-subj="bulkTags"
        />
        <EuiSpacer size="s" />
        <EuiFlexGroup gutterSize="s" responsive={false} justifyContent="flexEnd">
          <EuiFlexItem grow={false}>
            <EuiSmallButton
              isDisabled={tags.length === 0}
              onClick={act(onRemove)}
              data-test-subj="bulkRemoveTags"
            >
              {i18n.translate('watchkeeper.bulk.removeTagsButtonLabel', {
                defaultMessage: 'Remove',
              })}
            </EuiSmallButton>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiSmallButton
              fill
              isDisabled={tags.length === 0}
              onClick={act(onAdd)}
              data-test-subj="bulkAddTags"
            >
              {i18n.translate('watchkeeper.bulk.addTagsButtonLabel', { defaultMessage: 'Add' })}
            </EuiSmallButton>
          </EuiFlexItem>
        </EuiFlexGroup>
      </div>
    </EuiPopover>
  );
};
