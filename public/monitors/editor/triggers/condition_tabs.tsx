import React, { useState } from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSmallButton, EuiSpacer, EuiTab, EuiTabs, EuiText } from '@elastic/eui';
import type { ReadCondition } from '../../../../common/monitors/threshold/threshold';

type Tab = 'threshold' | 'script';

const tabName = (tab: Tab): string =>
  tab === 'threshold'
    ? i18n.translate('watchkeeper.editor.thresholdTab', { defaultMessage: 'Threshold' })
    : i18n.translate('watchkeeper.editor.scriptTab', { defaultMessage: 'Script (Painless)' });

/** Why a script has no thresholds to show; nothing of it is changed unless somebody says so. */
const NotVisual: React.FC<{ reason: string; onReplace: () => void }> = ({ reason, onReplace }) => (
  <EuiCallOut
    size="s"
    title={i18n.translate('watchkeeper.editor.notVisualTitle', {
      defaultMessage: 'This condition can be shown only as a script',
    })}
    data-test-subj="notVisual"
  >
    <EuiText size="s">
      <p className="eui-textBreakWord">{reason}</p>
    </EuiText>
    <EuiSpacer size="s" />
    <EuiSmallButton onClick={onReplace} data-test-subj="replaceByThresholdButton">
      {i18n.translate('watchkeeper.editor.replaceByThresholdLabel', {
        defaultMessage: 'Replace it with a threshold',
      })}
    </EuiSmallButton>
  </EuiCallOut>
);

/** The same condition as thresholds and as a script; it opens as thresholds where it can be shown so. */
export const ConditionTabs: React.FC<{
  read: ReadCondition;
  /** Puts a simple threshold in place of the script. */
  onReplace: () => void;
  threshold: () => ReactNode;
  script: () => ReactNode;
}> = ({ read, onReplace, threshold, script }) => {
  const [tab, setTab] = useState<Tab>(read.kind === 'visual' ? 'threshold' : 'script');
  const tabs: Tab[] = ['threshold', 'script'];
  return (
    <>
      <EuiTabs size="s">
        {tabs.map((each) => (
          <EuiTab
            key={each}
            isSelected={tab === each}
            onClick={() => setTab(each)}
            data-test-subj={each === 'threshold' ? 'conditionThresholdTab' : 'conditionScriptTab'}
          >
            {tabName(each)}
          </EuiTab>
        ))}
      </EuiTabs>
      <EuiSpacer size="s" />
      {tab === 'script' && script()}
      {tab === 'threshold' &&
        (read.kind === 'visual' ? (
          threshold()
        ) : (
          <NotVisual reason={read.reason} onReplace={onReplace} />
        ))}
    </>
  );
};
