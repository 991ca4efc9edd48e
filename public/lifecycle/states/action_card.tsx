import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { isJsonObject } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';
import { actionKind } from '../../../common/lifecycle/actions/registry';
import { removeAt } from '../../../common/lifecycle/lint/edit';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import type { Action, Path } from '../../../common/lifecycle/policy/policy';
import { actionTypes } from '../../../common/lifecycle/policy/read_policy';
import { moveBy } from '../document/state_edits';
import type { EditPolicy } from '../document/use_policy_document';
import { ActionForm } from './action_form';
import { errorsOf } from './fields/field_props';
import { ItemButtons } from './item_buttons';
import { PlaceMark, placeId } from './place_mark';
import { actionDetails, actionLabel } from './words';

/** Whether the action has a form: one that we know, with an object of parameters, or none. */
const formType = (action: JsonObject): string | undefined => {
  const types = actionTypes(action);
  const [type] = types;
  if (types.length !== 1 || action.custom !== undefined || !actionKind(type)) return undefined;
  return isJsonObject(action[type]) || action[type] === null ? type : undefined;
};

/** An action in one line, which opens to its form. */
export const ActionCard: React.FC<{
  action: JsonObject;
  /** The same, read. */
  seen: Action;
  path: Path;
  count: number;
  findings: readonly Finding[];
  edit: EditPolicy;
}> = ({ action, seen, path, count, findings, edit }) => {
  const [open, setOpen] = useState(false);
  const place = Number(path[path.length - 1]);
  const list = path.slice(0, -1);
  const type = formType(action);
  const label = actionLabel(seen.type);
  const details = actionDetails(seen);
  return (
    <EuiPanel
      paddingSize="s"
      hasShadow={false}
      id={placeId(path)}
      tabIndex={-1}
      data-test-subj="actionCard"
    >
      <EuiFlexGroup alignItems="center" gutterSize="s" responsive={false}>
        <EuiFlexItem style={{ minWidth: 0 }}>
          <div>
            <EuiSmallButtonEmpty
              iconType={open ? 'arrowDown' : 'arrowRight'}
              flush="left"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
              data-test-subj="toggleAction"
            >
              <strong>{label}</strong>
            </EuiSmallButtonEmpty>{' '}
            <PlaceMark path={path} findings={findings} />
          </div>
          {details !== '' && !open && (
            <EuiText size="xs" color="subdued" className="eui-textBreakWord">
              {details}
            </EuiText>
          )}
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <ItemButtons
            name={label}
            place={place}
            count={count}
            onMove={(by) => edit((body) => moveBy(body, list, place, by))}
            onRemove={() => edit((body) => removeAt(body, path))}
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      {open && (
        <>
          <EuiSpacer size="s" />
          {type === undefined && (
            <EuiText size="xs" color="subdued">
              <p>
                {i18n.translate('watchkeeper.lifecycle.states.rawText', {
                  defaultMessage: 'There is no form for this; it stays as it is written.',
                })}
              </p>
            </EuiText>
          )}
          <ActionForm
            {...{ action, type, path, edit }}
            retry={seen.retry}
            problems={errorsOf(findings)}
          />
        </>
      )}
    </EuiPanel>
  );
};
