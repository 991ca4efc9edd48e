import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiFlexGroup, EuiFlexItem, EuiPanel, EuiSpacer, EuiText } from '@elastic/eui';
import type { FoundRun } from '../../../../common/monitors/found_run';
import type { TriggerOutlook } from '../../../../common/monitors/preview_outlook';
import { SeverityBadge } from '../../../shared/severity_badge';
import { ProblemText } from '../../problem_text';
import { formatCount } from '../../words';
import { GroupsTable } from '../run/groups_table';
import { ActionOutlookView } from './action_outlook';
import { alertsInWords } from './outlook_words';

const verdictText = ({ result }: TriggerOutlook): string => {
  if (!result) {
    return i18n.translate('watchkeeper.preview.notJudgedText', {
      defaultMessage: 'not judged yet',
    });
  }
  if (result.problem) {
    return i18n.translate('watchkeeper.preview.cannotJudgeText', {
      defaultMessage: 'cannot be judged',
    });
  }
  if (result.no_data && !result.triggered) {
    return i18n.translate('watchkeeper.preview.nothingToJudgeText', {
      defaultMessage: 'nothing to judge',
    });
  }
  return result.triggered
    ? i18n.translate('watchkeeper.preview.trueText', { defaultMessage: 'true' })
    : i18n.translate('watchkeeper.preview.notTrueText', { defaultMessage: 'not true' });
};

const GroupsOf: React.FC<{ outlook: TriggerOutlook; found: FoundRun }> = ({
  outlook: { trigger },
  found: { finding, counts },
}) => {
  const verdict =
    finding.kind === 'answer'
      ? finding.verdicts.find(({ triggerId }) => triggerId === trigger.id)
      : undefined;
  if (verdict?.kind !== 'judged') return null;
  const { groups } = verdict;
  const isSingle = groups.length === 1 && groups[0].key === '';
  if (groups.length === 0 || isSingle) return null;
  const triggered = groups.filter((group) => group.triggered).length;
  const { judged = groups.length, triggered: all = triggered } = counts?.[trigger.id] ?? {};
  return (
    <>
      <EuiText size="xs" color="subdued" data-test-subj="previewGroupCounts">
        {i18n.translate('watchkeeper.preview.groupsText', {
          defaultMessage:
            'True for {triggered} of {judged, plural, one {# group} other {# groups}}{cut, select, yes {; the first {shown} are shown} other {}}',
          values: {
            judged,
            triggered: formatCount(all),
            cut: groups.length < judged ? 'yes' : 'no',
            shown: formatCount(groups.length),
          },
        })}
      </EuiText>
      <GroupsTable name={trigger.name} groups={groups} />
      <EuiSpacer size="s" />
    </>
  );
};

/** What one trigger comes to in a run: for which groups, which alerts, and what is sent where. */
export const TriggerOutlookView: React.FC<{ outlook: TriggerOutlook; found: FoundRun }> = ({
  outlook,
  found,
}) => {
  const { trigger, result, open, actions } = outlook;
  return (
    <EuiPanel paddingSize="s" hasShadow={false} data-test-subj="triggerOutlook">
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiText size="s">
            <strong className="eui-textBreakWord">{trigger.name}</strong>
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <SeverityBadge severity={trigger.severity} />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiBadge
            color={result?.problem ? 'danger' : result?.triggered ? 'warning' : 'hollow'}
            data-test-subj="triggerVerdict"
          >
            {verdictText(outlook)}
          </EuiBadge>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiText size="s" data-test-subj="triggerAlerts">
            {i18n.translate('watchkeeper.preview.afterRunText', {
              defaultMessage: 'After this run: {alerts}',
              values: { alerts: alertsInWords(open) },
            })}
          </EuiText>
        </EuiFlexItem>
      </EuiFlexGroup>
      {result?.problem && <ProblemText message={result.problem.message} />}
      <EuiSpacer size="s" />
      <GroupsOf outlook={outlook} found={found} />
      {actions.length === 0 && (
        <EuiText size="s" color="subdued">
          {i18n.translate('watchkeeper.preview.noActionsText', {
            defaultMessage: 'It has no actions: nobody would be told.',
          })}
        </EuiText>
      )}
      {actions.map((action) => (
        <ActionOutlookView key={action.action.id} trigger={trigger} outlook={action} />
      ))}
    </EuiPanel>
  );
};
