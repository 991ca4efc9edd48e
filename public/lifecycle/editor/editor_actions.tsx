import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButton, EuiSmallButtonEmpty, EuiToolTip } from '@elastic/eui';
import type { EngineFacts } from '../../../common/lifecycle/api';
import { policyIdProblem } from '../../../common/lifecycle/policy/policy_id';
import { say } from '../../shared/say';
import { exportPolicy } from '../export_policy';
import { canKeep } from '../policy_queries';
import type { PolicyDocument } from '../document/use_policy_document';

const whyNot = (engine: EngineFacts | undefined, id: string, isNew: boolean, hasBody: boolean) => {
  if (!canKeep(engine)) {
    return (
      engine?.refused ??
      i18n.translate('watchkeeper.lifecycle.editor.noEngineText', {
        defaultMessage:
          'It cannot be saved: this cluster has no Index State Management. Export it instead.',
      })
    );
  }
  if (!hasBody) {
    return i18n.translate('watchkeeper.lifecycle.editor.noPolicyText', {
      defaultMessage: 'The text is no JSON yet.',
    });
  }
  if (id === '') {
    return i18n.translate('watchkeeper.lifecycle.editor.noIdText', {
      defaultMessage: 'Give the policy an id first.',
    });
  }
  const problem = isNew ? policyIdProblem(id) : undefined;
  return problem && say(problem);
};

/** The buttons at the head of the editor. */
export const editorActions = (
  { read: { body }, undo, redo }: PolicyDocument,
  engine: EngineFacts | undefined,
  { id, isNew }: { id: string; isNew: boolean },
  onSave: () => void
): React.ReactNode[] => {
  const reason = whyNot(engine, id, isNew, body !== undefined);
  return [
    <EuiSmallButtonEmpty
      key="undo"
      iconType="editorUndo"
      isDisabled={!undo}
      onClick={undo}
      data-test-subj="undoEdit"
    >
      {i18n.translate('watchkeeper.lifecycle.editor.undoLabel', { defaultMessage: 'Undo' })}
    </EuiSmallButtonEmpty>,
    <EuiSmallButtonEmpty
      key="redo"
      iconType="editorRedo"
      isDisabled={!redo}
      onClick={redo}
      data-test-subj="redoEdit"
    >
      {i18n.translate('watchkeeper.lifecycle.editor.redoLabel', { defaultMessage: 'Redo' })}
    </EuiSmallButtonEmpty>,
    <EuiSmallButton
      key="export"
      iconType="exportAction"
      isDisabled={!body}
      onClick={() => body && exportPolicy(id, body)}
      data-test-subj="exportDraft"
    >
      {i18n.translate('watchkeeper.lifecycle.editor.exportLabel', { defaultMessage: 'Export' })}
    </EuiSmallButton>,
    <EuiToolTip key="save" content={reason}>
      <EuiSmallButton
        fill
        iconType="save"
        isDisabled={reason !== undefined}
        onClick={onSave}
        data-test-subj="savePolicy"
      >
        {i18n.translate('watchkeeper.lifecycle.editor.saveLabel', { defaultMessage: 'Save' })}
      </EuiSmallButton>
    </EuiToolTip>,
  ];
};
