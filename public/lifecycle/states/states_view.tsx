import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButton, EuiSpacer } from '@elastic/eui';
import type { JsonObject } from '../../../common/json/record';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { addState } from '../document/graph_edits';
import { hasStates } from '../document/state_edits';
import type { EditPolicy } from '../document/use_policy_document';
import { NoCards } from './no_cards';
import { PolicyFields } from './policy_fields';
import { StateCard } from './state_card';

/** The policy as cards, one a state. Whatever they have no field for stays in the document as it is. */
export const StatesView: React.FC<{
  body: JsonObject;
  findings: readonly Finding[];
  edit: EditPolicy;
}> = ({ body, findings, edit }) => {
  if (!hasStates(body)) return <NoCards />;
  const policy = readPolicy(body);
  return (
    <div data-test-subj="statesView">
      <PolicyFields {...{ body, findings, edit }} />
      <EuiSpacer size="m" />
      {policy.states.map((_state, place) => (
        <React.Fragment key={place}>
          <StateCard {...{ body, policy, place, findings, edit }} />
          <EuiSpacer size="m" />
        </React.Fragment>
      ))}
      <EuiSmallButton
        iconType="plusInCircle"
        onClick={() => edit((now) => addState(now))}
        data-test-subj="addState"
      >
        {i18n.translate('watchkeeper.lifecycle.states.addStateLabel', {
          defaultMessage: 'Add a state',
        })}
      </EuiSmallButton>
    </div>
  );
};
