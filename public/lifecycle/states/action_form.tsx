import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiAccordion, EuiFlexGrid, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import type { JsonValue } from '../../../common/json/lossless';
import { isJsonObject } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';
import { BESIDE_PARAMS } from '../../../common/lifecycle/actions/beside_params';
import { actionKind } from '../../../common/lifecycle/actions/registry';
import type { Path } from '../../../common/lifecycle/policy/policy';
import { say } from '../../shared/say';
import type { EditPolicy } from '../document/use_policy_document';
import { putAt } from '../document/state_edits';
import { ParamField } from './param_field';
import { placeId } from './place_mark';
import { RawJson } from './raw_json';

const valueAt = (value: JsonValue | undefined, path: Path): JsonValue | undefined =>
  path.reduce<JsonValue | undefined>(
    (part, key) => (isJsonObject(part) ? part[key] : undefined),
    value
  );

const isEmptyObject = (value: JsonValue | undefined): boolean =>
  isJsonObject(value) && Object.keys(value).length === 0;

/** The server wants a number of attempts wherever `retry` is; without any of its members it goes. */
const withRetry = (action: JsonObject): JsonObject => {
  const { retry, ...rest } = action;
  if (isEmptyObject(retry)) return rest;
  return isJsonObject(retry) && retry.count === undefined
    ? { ...action, retry: { count: 3, ...retry } }
    : action;
};

interface FormProps {
  action: JsonObject;
  path: Path;
  edit: EditPolicy;
}

const ActionJson: React.FC<FormProps> = ({ action, path, edit }) => (
  <RawJson
    value={action}
    label={i18n.translate('watchkeeper.lifecycle.states.actionJsonLabel', {
      defaultMessage: 'The action as JSON',
    })}
    onChange={(value) => edit((body) => putAt(body, path, value), `${path.join('.')}.json`)}
    data-test-subj="actionJson"
  />
);

/** What few need: time-out, retries, and the action as it is written. */
const Beside: React.FC<FormProps> = ({ action, path, edit }) => (
  <EuiAccordion
    id={`${placeId(path)}-beside`}
    buttonContent={
      <EuiText size="xs">
        {i18n.translate('watchkeeper.lifecycle.states.besideTitle', {
          defaultMessage: 'Time-out, retries and JSON',
        })}
      </EuiText>
    }
    paddingSize="s"
    data-test-subj="actionBeside"
  >
    <EuiFlexGrid columns={2} gutterSize="m">
      {BESIDE_PARAMS.map(({ path: within, param }) => (
        <EuiFlexItem key={within.join('.')}>
          <ParamField
            param={param}
            value={valueAt(action, within)}
            onChange={(value) =>
              edit(
                (body) => putAt(body, path, withRetry(putAt(action, within, value))),
                [...path, ...within].join('.')
              )
            }
          />
        </EuiFlexItem>
      ))}
    </EuiFlexGrid>
    <EuiSpacer size="s" />
    <ActionJson {...{ action, path, edit }} />
  </EuiAccordion>
);

/** An action's parameters as a form, and its whole as JSON for what the form has no field for. */
export const ActionForm: React.FC<
  FormProps & {
    /** Absent where there is no form: an action that we do not know, or several in one. */
    type?: string;
  }
> = ({ action, type, path, edit }) => {
  const kind = type === undefined ? undefined : actionKind(type);
  if (!kind) return <ActionJson {...{ action, path, edit }} />;
  const params = action[kind.type];
  return (
    <>
      <EuiText size="xs" color="subdued">
        <p>{say(kind.description)}</p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiFlexGrid columns={2} gutterSize="m">
        {kind.params.map((param) => (
          <EuiFlexItem key={param.name}>
            <div id={placeId([...path, kind.type, param.name])} tabIndex={-1}>
              <ParamField
                param={param}
                value={isJsonObject(params) ? params[param.name] : undefined}
                onChange={(value) =>
                  edit(
                    (body) => putAt(body, [...path, kind.type, param.name], value),
                    [...path, param.name].join('.')
                  )
                }
              />
            </div>
          </EuiFlexItem>
        ))}
      </EuiFlexGrid>
      <EuiSpacer size="s" />
      <Beside {...{ action, path, edit }} />
    </>
  );
};
