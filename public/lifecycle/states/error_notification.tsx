import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiFlexGrid,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import { isJsonObject } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';
import { notification } from '../../../common/lifecycle/actions/notification';
import { removeAt } from '../../../common/lifecycle/lint/edit';
import { RemoveButton } from '../../shared/remove_button';
import { putAt } from '../document/state_edits';
import type { EditPolicy } from '../document/use_policy_document';
import { ParamField } from './param_field';
import { placeId } from './place_mark';

const PATH = ['error_notification'];

/** What is sent begins with words that say which index it is about. */
const START: JsonObject = {
  channel: { id: '' },
  message_template: { source: 'Its policy stopped for the index {{ctx.index}}.' },
};

/** Who is told when an action has failed for good. */
export const ErrorNotification: React.FC<{ body: JsonObject; edit: EditPolicy }> = ({
  body,
  edit,
}) => {
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
      <EuiFlexGrid columns={2} gutterSize="m">
        {notification.params.map((param) => (
          <EuiFlexItem key={param.name}>
            <div id={placeId([...PATH, param.name])} tabIndex={-1}>
              <ParamField
                param={param}
                value={value[param.name]}
                onChange={(next) =>
                  edit(
                    (now) => putAt(now, [...PATH, param.name], next),
                    [...PATH, param.name].join('.')
                  )
                }
              />
            </div>
          </EuiFlexItem>
        ))}
      </EuiFlexGrid>
    </EuiPanel>
  );
};
