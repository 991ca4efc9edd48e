import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBadge,
  EuiBadgeGroup,
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPopover,
  EuiSmallButton,
  EuiSpacer,
} from '@elastic/eui';

const MOST_OFFERED = 20;

const label = (): string =>
  i18n.translate('watchkeeper.bulk.tagsButtonLabel', { defaultMessage: 'Tags' });

const tagsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '')
  ),
];

/** Tags in use, to be taken by a click. */
const Offered: React.FC<{ tags: readonly string[]; onTake: (tag: string) => void }> = ({
  tags,
  onTake,
}) => (
  <>
    <EuiSpacer size="s" />
    <EuiBadgeGroup>
      {tags.slice(0, MOST_OFFERED).map((tag) => (
        <EuiBadge
          key={tag}
          color="hollow"
          onClick={() => onTake(tag)}
          onClickAriaLabel={i18n.translate('watchkeeper.bulk.takeTagAriaLabel', {
            defaultMessage: 'Take the tag {tag}',
            values: { tag },
          })}
        >
          {tag}
        </EuiBadge>
      ))}
    </EuiBadgeGroup>
  </>
);

/** Puts tags on the selected monitors, or takes them off. */
export const TagsPopover: React.FC<{
  known: readonly string[];
  isDisabled: boolean;
  onAdd: (tags: string[]) => void;
  onRemove: (tags: string[]) => void;
}> = ({ known, isDisabled, onAdd, onRemove }) => {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const tags = tagsIn(text);
  const close = () => {
    setOpen(false);
    setText('');
  };
  const act = (tell: (chosen: string[]) => void) => () => {
    tell(tags);
    close();
  };
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={close}
      initialFocus="[data-test-subj=bulkTags]"
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
        <EuiCompressedFormRow
          fullWidth
          label={label()}
          helpText={i18n.translate('watchkeeper.bulk.tagsHelpText', {
            defaultMessage: 'Several are separated by commas.',
          })}
        >
          <EuiCompressedFieldText
            fullWidth
            value={text}
            onChange={({ target }) => setText(target.value)}
            data-test-subj="bulkTags"
          />
        </EuiCompressedFormRow>
        {known.length > 0 && (
          <Offered
            tags={known.filter((tag) => !tags.includes(tag))}
            onTake={(tag) => setText([...tags, tag].join(', '))}
          />
        )}
        <EuiSpacer size="m" />
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
