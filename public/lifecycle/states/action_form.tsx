import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiAccordion, EuiFormErrorText, EuiSpacer, EuiText } from '@elastic/eui';
import { isJsonObject } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';
import { BESIDE_PARAMS } from '../../../common/lifecycle/actions/beside_params';
import { actionKind } from '../../../common/lifecycle/actions/registry';
import type { Path, PolicyProblem, Retry } from '../../../common/lifecycle/policy/policy';
import { say } from '../../shared/say';
import type { EditPolicy } from '../document/use_policy_document';
import { putAt } from '../document/state_edits';
import { faultsAt, faultsWithin } from './fields/field_props';
import { OtherMembers } from './fields/other_members';
import { ParamGrid } from './fields/param_grid';
import { ParamField } from './param_field';
import { placeId } from './place_mark';
import { RawJson } from './raw_json';
import { retrySentence } from './retry_words';

const isEmptyObject = (value: unknown): boolean =>
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
  /** What is wrong, anywhere in the document. */
  problems: readonly PolicyProblem[];
  /** As it is read, with what the server fills in. */
  retry: Retry;
}

const ActionJson: React.FC<Pick<FormProps, 'action' | 'path' | 'edit'>> = ({
  action,
  path,
  edit,
}) => (
  <RawJson
    value={action}
    label={i18n.translate('watchkeeper.lifecycle.states.actionJsonLabel', {
      defaultMessage: 'The action as JSON',
    })}
    onChange={(value) => edit((body) => putAt(body, path, value), `${path.join('.')}.json`)}
    data-test-subj="actionJson"
  />
);

const BESIDE = [
  { within: [] as Path, params: BESIDE_PARAMS.filter(({ path }) => path.length === 1) },
  { within: ['retry'] as Path, params: BESIDE_PARAMS.filter(({ path }) => path[0] === 'retry') },
];

/** What few need: time-out, retries, and the action as it is written. */
const Beside: React.FC<FormProps> = ({ action, path, edit, problems, retry }) => {
  const put = (within: Path, value: Parameters<typeof putAt>[2]) =>
    edit(
      (body) => putAt(body, path, withRetry(putAt(action, within, value))),
      [...path, ...within].join('.')
    );
  const isWrong = ['timeout', 'retry'].some(
    (name) => faultsWithin(problems, [...path, name]).length > 0
  );
  return (
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
      initialIsOpen={isWrong}
      data-test-subj="actionBeside"
    >
      {BESIDE.map(({ within, params }) => {
        const values = within.length === 0 ? action : action[within[0]];
        return (
          <React.Fragment key={within.join()}>
            <ParamGrid
              params={params.map(({ param }) => param)}
              values={isJsonObject(values) ? values : {}}
              onChange={(name, value) => put([...within, name], value)}
              path={[...path, ...within]}
              problems={problems}
              Field={ParamField}
            />
            <EuiSpacer size="s" />
          </React.Fragment>
        );
      })}
      <EuiText size="xs" color="subdued" aria-live="polite" data-test-subj="retrySentence">
        {retrySentence(retry)}
      </EuiText>
      <EuiSpacer size="s" />
      <ActionJson {...{ action, path, edit }} />
    </EuiAccordion>
  );
};

/** An action's parameters as a form, and its whole as JSON for what the form has no field for. */
export const ActionForm: React.FC<
  FormProps & {
    /** Absent where there is no form: an action that we do not know, or several in one. */
    type?: string;
  }
> = (props) => {
  const { action, type, path, edit, problems } = props;
  const kind = type === undefined ? undefined : actionKind(type);
  if (!kind) return <ActionJson {...{ action, path, edit }} />;
  const params = action[kind.type];
  const object = isJsonObject(params) ? params : {};
  const at = [...path, kind.type];
  return (
    <>
      <EuiText size="xs" color="subdued">
        <p>{say(kind.description)}</p>
      </EuiText>
      {[...faultsAt(problems, path), ...faultsAt(problems, at)].map((fault) => (
        <EuiFormErrorText key={fault}>{fault}</EuiFormErrorText>
      ))}
      <EuiSpacer size="s" />
      <ParamGrid
        params={kind.params}
        values={object}
        onChange={(name, value) =>
          edit((body) => putAt(body, [...at, name], value), [...path, name].join('.'))
        }
        path={at}
        problems={problems}
        Field={ParamField}
      />
      <OtherMembers known={kind.params} {...{ object, problems }} path={at} />
      <EuiSpacer size="s" />
      <Beside {...props} />
    </>
  );
};
