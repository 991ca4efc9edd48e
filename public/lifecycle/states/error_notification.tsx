import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormErrorText,
  EuiPanel,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import { isJsonObject } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';
import { notification } from '../../../common/lifecycle/actions/notification';
import { removeAt } from '../../../common/lifecycle/lint/edit';
import type { PolicyProblem } from '../../../common/lifecycle/policy/policy';
import { RemoveButton } from '../../shared/remove_button';
import { putAt } from '../document/state_edits';
import type { EditPolicy } from '../document/use_policy_document';
import { faultsAt } from './fields/field_props';
import { OtherMembers } from './fields/other_members';
import { ParamGrid } from './fields/param_grid';
import { ParamField } from './param_field';
import { placeId } from './place_mark';

const PATH = ['error_notification'];

/** What is sent begins with words that say which index it is about. */
const START: JsonObject = {
  channel: { id: '' },
  message_template: { source: 'Its policy stopped for the index {{ctx.index}}.' },
};

/** Who is told when an action has failed for good. */
export const ErrorNotification: React.FC<{
  body: JsonObject;
  problems: readonly PolicyProblem[];
  edit: EditPolicy;
}> = ({ body, problems, edit }) => {
  const { error_notification: value } = body;
  if (!isJsonObject(value)) {
    return (
      <div>
        <EuiSmallButtonEmpty
          iconType="bell"
          flush="left"
          onClick={() => edit((now) => putAt(now, PATH, START))}
          data-test-subj="addErrorNotification"
        >
          {i18n.translate('watchkeeper.lifecycle.states.addErrorNotificationLabel', {
            defaultMessage: 'Tell somebody when an action fails',
          })}
        </EuiSmallButtonEmpty>
      </div>
    );
  }
  return (
    <EuiPanel
      paddingSize="s"
      hasShadow={false}
      id={placeId(PATH)}
      tabIndex={-1}
      data-test-subj="errorNotification"
    >
      <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center">
        <EuiFlexItem>
          <EuiTitle size="xxs">
            <h3>
              {i18n.translate('watchkeeper.lifecycle.states.errorNotificationTitle', {
                defaultMessage: 'When an action fails for good',
              })}
            </h3>
          </EuiTitle>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <RemoveButton
            label={i18n.translate('watchkeeper.lifecycle.states.removeErrorNotificationLabel', {
              defaultMessage: 'Tell nobody',
            })}
            onRemove={() => edit((now) => removeAt(now, PATH))}
            mark="removeErrorNotification"
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {faultsAt(problems, PATH).map((fault) => (
        <EuiFormErrorText key={fault}>{fault}</EuiFormErrorText>
      ))}
      <ParamGrid
        params={notification.params}
        values={value}
        onChange={(name, next) =>
          edit((now) => putAt(now, [...PATH, name], next), [...PATH, name].join('.'))
        }
        path={PATH}
        problems={problems}
        Field={ParamField}
      />
      <OtherMembers known={notification.params} object={value} path={PATH} problems={problems} />
    </EuiPanel>
  );
};
