import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGrid, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import type { JsonValue } from '../../../common/json/lossless';
import { isJsonObject } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';
import type { Param } from '../../../common/lifecycle/actions/param';
import { actionKind } from '../../../common/lifecycle/actions/registry';
import type { Path } from '../../../common/lifecycle/policy/policy';
import { phrase } from '../../../common/phrase';
import { say } from '../../shared/say';
import type { EditPolicy } from '../document/use_policy_document';
import { putAt } from '../document/state_edits';
import { ParamField } from './param_field';
import { placeId } from './place_mark';
import { RawJson } from './raw_json';

/** What every action may have beside its parameters. */
const BESIDE: ReadonlyArray<{ path: Path; param: Param }> = [
  {
    path: ['timeout'],
    param: {
      name: 'timeout',
      label: phrase('watchkeeper.lifecycle.states.timeoutLabel', 'Gives up after'),
      type: { kind: 'duration' },
    },
  },
  {
    path: ['retry', 'count'],
    param: {
      name: 'count',
      label: phrase('watchkeeper.lifecycle.states.retryCountLabel', 'Further attempts'),
      type: { kind: 'integer', min: 0 },
      default: 3,
    },
  },
  {
    path: ['retry', 'backoff'],
    param: {
      name: 'backoff',
      label: phrase('watchkeeper.lifecycle.states.retryBackoffLabel', 'Their distance'),
      type: { kind: 'text' },
      default: 'exponential',
      help: phrase(
        'watchkeeper.lifecycle.states.retryBackoffHelp',
        'exponential, constant or linear'
      ),
    },
  },
  {
    path: ['retry', 'delay'],
    param: {
      name: 'delay',
      label: phrase('watchkeeper.lifecycle.states.retryDelayLabel', 'Time before the first'),
      type: { kind: 'duration' },
      default: '1m',
    },
  },
];

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

/** An action's parameters as a form, and its whole as JSON for what the form has no field for. */
export const ActionForm: React.FC<{
  action: JsonObject;
  /** Absent where there is no form: an action that we do not know, or several in one. */
  type?: string;
  path: Path;
  edit: EditPolicy;
}> = ({ action, type, path, edit }) => {
  const kind = type === undefined ? undefined : actionKind(type);
  const params = type === undefined ? undefined : action[type];
  const by = path.join('.');
  return (
    <>
      {kind && (
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
                        `${by}.${param.name}`
                      )
                    }
                  />
                </div>
              </EuiFlexItem>
            ))}
            {BESIDE.map(({ path: within, param }) => (
              <EuiFlexItem key={within.join('.')}>
                <ParamField
                  param={param}
                  value={valueAt(action, within)}
                  onChange={(value) =>
                    edit(
                      (body) => putAt(body, path, withRetry(putAt(action, within, value))),
                      `${by}.${within.join('.')}`
                    )
                  }
                />
              </EuiFlexItem>
            ))}
          </EuiFlexGrid>
          <EuiSpacer size="s" />
        </>
      )}
      <RawJson
        value={action}
        label={i18n.translate('watchkeeper.lifecycle.states.actionJsonLabel', {
          defaultMessage: 'The action as JSON',
        })}
        onChange={(value) => edit((body) => putAt(body, path, value), `${by}.json`)}
        data-test-subj="actionJson"
      />
    </>
  );
};
