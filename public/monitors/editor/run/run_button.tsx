import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButton } from '@elastic/eui';
import { indicesOf, isSearchMonitor } from '../../../../common/monitors/monitor';
import type { Monitor } from '../../../../common/monitors/monitor';
import { useEditor } from '../editor_model';
import { queryTextProblems } from '../json_lint';

const lacksIndices = (): string =>
  i18n.translate('watchkeeper.editor.runLacksIndicesText', {
    defaultMessage: 'Choose an index first',
  });

const lacksMonitors = (): string =>
  i18n.translate('watchkeeper.editor.runLacksMonitorsText', {
    defaultMessage: 'Choose a monitor first',
  });

/** What a Run lacks, in words. */
const lackOf = (draft: Monitor): string | undefined => {
  const looksIntoIndices = isSearchMonitor(draft) || draft.monitor_type === 'doc_level_monitor';
  if (looksIntoIndices && indicesOf(draft).length === 0) return lacksIndices();
  const isComposite = draft.monitor_type === 'composite_monitor';
  if (!isComposite) return undefined;
  const [{ composite_input: input }] = draft.inputs;
  return input.sequence.delegates.length === 0 ? lacksMonitors() : undefined;
};

/** Runs the draft once, without saving or sending anything. */
export const RunButton: React.FC<{ mark?: string; quiet?: boolean }> = ({
  mark = 'runQueryButton',
  quiet = false,
}) => {
  const { draft, runner } = useEditor();
  const lack = lackOf(draft);
  const isUnreadable =
    isSearchMonitor(draft) && queryTextProblems(draft.inputs[0].search.query).length > 0;
  return (
    <EuiSmallButton
      iconType="play"
      fill={!quiet}
      isLoading={runner.running}
      isDisabled={lack !== undefined || isUnreadable}
      title={lack}
      onClick={runner.run}
      data-test-subj={mark}
    >
      {i18n.translate('watchkeeper.editor.runButtonLabel', { defaultMessage: 'Run' })}
    </EuiSmallButton>
  );
};
