import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiAccordion, EuiSpacer } from '@elastic/eui';
import type { Monitor } from '../../../../common/monitors/monitor';
import { useEditor } from '../editor_model';
import { Section } from '../section';
import { LabelFields } from './label_fields';
import { RunPolicyFields } from './run_policy_fields';

const Part: React.FC<{ id: string; title: string; isOpen: boolean }> = ({
  id,
  title,
  isOpen,
  children,
}) => (
  <EuiAccordion
    id={`settings-${id}`}
    buttonContent={title}
    initialIsOpen={isOpen}
    data-test-subj={`settings-${id}`}
  >
    <EuiSpacer size="s" />
    {children}
  </EuiAccordion>
);

const hasRunPolicies = ({ catch_up: catchUp, error_policy: error }: Monitor): boolean =>
  catchUp !== undefined || error !== undefined;

const hasLabels = ({ tags, owner, runbook_url, labels, annotations }: Monitor): boolean =>
  [tags, owner, runbook_url, labels, annotations].some((value) => value !== undefined);

/** What most monitors need not say. */
export const SettingsSection: React.FC = () => {
  const { draft } = useEditor();
  return (
    <Section
      title={i18n.translate('watchkeeper.editor.settingsTitle', {
        defaultMessage: 'More settings',
      })}
    >
      <Part
        id="runs"
        title={i18n.translate('watchkeeper.editor.runPoliciesTitle', {
          defaultMessage: 'Late data, missed runs and errors',
        })}
        isOpen={hasRunPolicies(draft)}
      >
        <RunPolicyFields />
      </Part>
      <EuiSpacer size="m" />
      <Part
        id="labels"
        title={i18n.translate('watchkeeper.editor.labelsTitle', {
          defaultMessage: 'Tags, owner, runbook, labels',
        })}
        isOpen={hasLabels(draft)}
      >
        <LabelFields />
      </Part>
    </Section>
  );
};
