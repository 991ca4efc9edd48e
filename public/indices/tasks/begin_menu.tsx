import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiContextMenuItem, EuiContextMenuPanel, EuiPopover, EuiSmallButton } from '@elastic/eui';
import { TASK_KINDS } from '../../../common/indices/tasks/task_record';
import { useMay } from '../../shared/plugin_status';
import { useGoBegin } from './handed_indices';
import { kindLabel } from './task_words';

/** Begins a task without having chosen indices before. Nothing for those who may not. */
export const BeginMenu: React.FC = () => {
  const [isOpen, setOpen] = useState(false);
  const goBegin = useGoBegin();
  if (!useMay('write')) return null;
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelPaddingSize="none"
      anchorPosition="downRight"
      button={
        <EuiSmallButton
          fill
          iconType="arrowDown"
          iconSide="right"
          onClick={() => setOpen(!isOpen)}
          data-test-subj="beginMenu"
        >
          {i18n.translate('watchkeeper.indexTasks.beginButtonLabel', {
            defaultMessage: 'Begin a task',
          })}
        </EuiSmallButton>
      }
    >
      <EuiContextMenuPanel
        size="s"
        items={TASK_KINDS.map((kind) => (
          <EuiContextMenuItem
            key={kind}
            onClick={() => goBegin(kind, [])}
            data-test-subj={`begin-${kind}`}
          >
            {kindLabel(kind)}
          </EuiContextMenuItem>
        ))}
      />
    </EuiPopover>
  );
};
