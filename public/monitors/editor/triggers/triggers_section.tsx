import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButton, EuiText } from '@elastic/eui';
import { wrappedTriggersOf } from '../../../../common/monitors/monitor';
import { unwrap } from '../../../../common/monitors/trigger';
import { useEditor } from '../editor_model';
import { FieldGroup } from '../field';
import { addTrigger } from '../new_trigger';
import { Section } from '../section';
import { TriggerCard } from './trigger_card';

/** What makes the monitor raise an alert, and what is sent then. */
export const TriggersSection: React.FC = () => {
  const { draft, update } = useEditor();
  const triggers = wrappedTriggersOf(draft);
  return (
    <Section
      id="triggers"
      title={i18n.translate('watchkeeper.editor.triggersTitle', { defaultMessage: 'Triggers' })}
      description={i18n.translate('watchkeeper.editor.triggersDescription', {
        defaultMessage: 'A condition over the result. While it is true there is an alert.',
      })}
      actions={
        <EuiSmallButton
          iconType="plusInCircle"
          onClick={() => update(addTrigger)}
          data-test-subj="addTriggerButton"
        >
          {i18n.translate('watchkeeper.editor.addTriggerButtonLabel', {
            defaultMessage: 'Add trigger',
          })}
        </EuiSmallButton>
      }
    >
      <FieldGroup field="triggers" own>
        {triggers.length === 0 && (
          <EuiText size="s" color="subdued">
            {i18n.translate('watchkeeper.editor.noTriggersText', {
              defaultMessage: 'Without a trigger the monitor runs its query and never alerts.',
            })}
          </EuiText>
        )}
      </FieldGroup>
      {triggers.map((wrapped, index) => (
        <TriggerCard key={unwrap(wrapped).id} wrapped={wrapped} index={index} />
      ))}
    </Section>
  );
};
