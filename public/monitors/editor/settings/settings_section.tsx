import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSpacer } from '@elastic/eui';
import type { Monitor } from '../../../../common/monitors/monitor';
import { useEditor } from '../editor_model';
import { Folded } from '../folded';
import { Section } from '../section';
import { LabelFields } from './label_fields';
import { RunPolicyFields } from './run_policy_fields';

const RUN_FIELDS = ['query_delay_seconds', 'catch_up', 'error_policy'];
const LABEL_FIELDS = ['tags', 'owner', 'runbook_url', 'labels', 'annotations'];

const hasRunPolicies = ({ catch_up: catchUp, error_policy: error }: Monitor): boolean =>
  catchUp !== undefined || error !== undefined;

const hasLabels = ({ tags, owner, runbook_url, labels, annotations }: Monitor): boolean =>
  [tags, owner, runbook_url, labels, annotations].some((value) => value !== undefined);

/** What most monitors need not say. */
export const SettingsSection: React.FC = () => {
  const { draft } = useEditor();
  return (
    <Section
      id="settings"
      title={i18n.translate('watchkeeper.editor.settingsTitle', {
        defaultMessage: 'More settings',
      })}
    >
      <Folded
        id="settings-runs"
        fields={RUN_FIELDS}
        mark="settings-runs"
        title={i18n.translate('watchkeeper.editor.runPoliciesTitle', {
          defaultMessage: 'Late data, missed runs and errors',
        })}
        isOpen={hasRunPolicies(draft)}
      >
        <RunPolicyFields />
      </Folded>
      <EuiSpacer size="m" />
      <Folded
        id="settings-labels"
        fields={LABEL_FIELDS}
        mark="settings-labels"
        title={i18n.translate('watchkeeper.editor.labelsTitle', {
          defaultMessage: 'Tags, owner, runbook, labels',
        })}
        isOpen={hasLabels(draft)}
      >
        <LabelFields />
      </Folded>
    </Section>
  );
};
