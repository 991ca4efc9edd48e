import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
} from '@elastic/eui';
import type { MonitorRecord } from '../../../common/monitors/api';
import type { ApiError } from '../../shared/api_client';
import { useTime } from '../../shared/time';
import { placedMessage } from './json_lint';

const conflictTitle = (author: string | undefined, time: string): string =>
  author
    ? i18n.translate('watchkeeper.editor.conflictByTitle', {
        defaultMessage: '{author} saved this monitor at {time}, while you were editing it',
        values: { author, time },
      })
    : i18n.translate('watchkeeper.editor.conflictTitle', {
        defaultMessage: 'Somebody saved this monitor at {time}, while you were editing it',
        values: { time },
      });

/** Two editors saved at once: nothing was overwritten, and nothing is lost. */
export const ConflictNotice: React.FC<{
  theirs: MonitorRecord;
  onLoad: () => void;
  onOverwrite: () => void;
}> = ({ theirs, onLoad, onOverwrite }) => {
  const { format } = useTime();
  return (
    <>
      <EuiCallOut
        size="s"
        color="warning"
        iconType="alert"
        title={conflictTitle(theirs.author, format(theirs.updated_at))}
        role="alert"
        data-test-subj="conflictNotice"
      >
        <p>
          {i18n.translate('watchkeeper.editor.conflictText', {
            defaultMessage:
              'Your changes are still here and not saved. You can go on editing, look at their version (and come back to yours), or save yours over it.',
          })}
        </p>
        <EuiFlexGroup gutterSize="s" responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiSmallButton onClick={onLoad} data-test-subj="loadTheirsButton">
              {i18n.translate('watchkeeper.editor.loadTheirsButtonLabel', {
                defaultMessage: 'Load theirs',
              })}
            </EuiSmallButton>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiSmallButtonEmpty
              color="danger"
              onClick={onOverwrite}
              data-test-subj="overwriteTheirsButton"
            >
              {i18n.translate('watchkeeper.editor.overwriteButtonLabel', {
                defaultMessage: 'Save mine over theirs',
              })}
            </EuiSmallButtonEmpty>
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiCallOut>
      <EuiSpacer size="s" />
    </>
  );
};

/** Their version is in the editor; what was written here before is kept. */
export const ShelvedNotice: React.FC<{ onBack: () => void }> = ({ onBack }) => (
  <>
    <EuiCallOut
      size="s"
      color="primary"
      iconType="iInCircle"
      title={i18n.translate('watchkeeper.editor.shelvedTitle', {
        defaultMessage: 'This is their version; yours is kept',
      })}
      data-test-subj="shelvedNotice"
    >
      <EuiSmallButton onClick={onBack} data-test-subj="backToMineButton">
        {i18n.translate('watchkeeper.editor.backToMineButtonLabel', {
          defaultMessage: 'Back to my changes',
        })}
      </EuiSmallButton>
    </EuiCallOut>
    <EuiSpacer size="s" />
  </>
);

/** Why the server did not save: in full, also where a field shows it. */
export const RefusalNotice: React.FC<{ error: ApiError }> = ({ error }) => (
  <>
    <EuiCallOut
      size="s"
      color="danger"
      iconType="alert"
      title={i18n.translate('watchkeeper.editor.saveErrorTitle', {
        defaultMessage: 'The monitor was not saved',
      })}
      role="alert"
      data-test-subj="saveError"
    >
      {error.problems.length === 0 ? (
        <p className="eui-textBreakWord">{error.message}</p>
      ) : (
        <ul>
          {error.problems.map((problem) => (
            <li key={`${problem.field} ${problem.message}`} className="eui-textBreakWord">
              {placedMessage(problem)}
            </li>
          ))}
        </ul>
      )}
    </EuiCallOut>
    <EuiSpacer size="s" />
  </>
);
