import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButtonEmpty } from '@elastic/eui';
import { isJsonObject } from '../../../../common/json/record';
import type { JsonObject } from '../../../../common/json/record';
import type { ObjectType, Param } from '../../../../common/lifecycle/actions/param';
import { say } from '../../../shared/say';
import { putAt } from '../../document/state_edits';
import type { NestingProps } from './field_props';
import { helpOf } from './field_help';
import { OtherMembers } from './other_members';
import { ParamGrid } from './param_grid';
import { PartFrame } from './part_frame';

/** Of the fields that are offered on demand. */
const MOST_NAMED = 3;

const isSet = (object: JsonObject, { name }: Param): boolean => (object[name] ?? null) !== null;

const Members: React.FC<NestingProps<ObjectType>> = (props) => {
  const { type, value, onChange, path, problems, Field } = props;
  const object = isJsonObject(value) ? value : {};
  // A field that is emptied must not go while somebody writes in it.
  const [shown] = useState(() =>
    type.params.filter((param) => !(param.rare || param.older) || isSet(object, param))
  );
  const [more, setMore] = useState(false);
  const params = type.params.filter(
    (param) => (more && !param.older) || shown.includes(param) || isSet(object, param)
  );
  const rest = type.params.filter((param) => !params.includes(param) && !param.older);
  const named = rest.slice(0, MOST_NAMED).map(({ label }) => say(label));
  return (
    <>
      <ParamGrid
        params={params}
        values={object}
        onChange={(name, next) => onChange(putAt(object, [name], next))}
        {...{ path, problems, Field }}
      />
      <OtherMembers known={type.params} {...{ object, path, problems }} />
      {rest.length > 0 && (
        <EuiSmallButtonEmpty
          iconType="plusInCircle"
          flush="left"
          onClick={() => setMore(true)}
          title={rest.map(({ label }) => say(label)).join(', ')}
          data-test-subj="moreParams"
        >
          {i18n.translate('watchkeeper.lifecycle.fields.moreLabel', {
            defaultMessage: 'More: {names}',
            values: { names: [...named, ...(rest.length > MOST_NAMED ? ['…'] : [])].join(', ') },
          })}
        </EuiSmallButtonEmpty>
      )}
    </>
  );
};

/** An object as the fields of its members. */
export const ObjectField: React.FC<NestingProps<ObjectType>> = (props) => {
  const { param, value, onChange, path, problems, bare } = props;
  if (bare) return <Members {...props} />;
  return (
    <PartFrame
      title={say(param.label)}
      help={helpOf(param)}
      isForm
      {...{ value, onChange, path, problems }}
    >
      <Members {...props} />
    </PartFrame>
  );
};
