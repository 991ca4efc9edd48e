import React, { useCallback } from 'react';
import { i18n } from '@osd/i18n';
import { EuiText } from '@elastic/eui';
import { toMountPoint } from './mount_react';
import { useServices } from './services';

export interface Question {
  title: string;
  text: string;
  /** What is meant, one a line: the names of what will be deleted. */
  items?: string[];
  confirmLabel: string;
  /** Red, for what cannot be undone. */
  danger?: boolean;
}

const MAX_ITEMS = 10;

const QuestionText: React.FC<{ text: string; items: string[] }> = ({ text, items }) => (
  <EuiText size="s">
    <p>{text}</p>
    <ul>
      {items.slice(0, MAX_ITEMS).map((item) => (
        <li key={item} className="eui-textBreakWord">
          {item}
        </li>
      ))}
      {items.length > MAX_ITEMS && (
        <li>
          {i18n.translate('watchkeeper.confirm.moreText', {
            defaultMessage: 'and {count} more',
            values: { count: items.length - MAX_ITEMS },
          })}
        </li>
      )}
    </ul>
  </EuiText>
);

/** Asks in a dialog of the host; true when the answer was yes. */
export const useConfirm = (): ((question: Question) => Promise<boolean>) => {
  const { core } = useServices();
  return useCallback(
    ({ title, text, items, confirmLabel, danger }) =>
      core.overlays.openConfirm(
        items?.length ? toMountPoint(<QuestionText text={text} items={items} />) : text,
        {
          title,
          confirmButtonText: confirmLabel,
          cancelButtonText: i18n.translate('watchkeeper.confirm.cancelButtonLabel', {
            defaultMessage: 'Cancel',
          }),
          buttonColor: danger ? 'danger' : 'primary',
          'data-test-subj': 'confirmDialog',
        }
      ),
    [core]
  );
};
