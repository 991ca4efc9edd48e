import React from 'react';
import { AttributesField } from './fields/attributes_field';
import { ChoiceField } from './fields/choice_field';
import { CronField } from './fields/cron_field';
import type { FieldProps } from './fields/field_props';
import { fits } from './fields/fits';
import { FlagsField } from './fields/flags_field';
import { LineField } from './fields/line_field';
import { ListField } from './fields/list_field';
import { NamedField } from './fields/named_field';
import { ObjectField } from './fields/object_field';
import { OneOfField } from './fields/one_of_field';
import { SwitchField } from './fields/switch_field';

/**
 * The field of one parameter, by what it takes: a file of `fields/` each. A value that is of another form than its type
 * says is shown as JSON, so that it is seen as it is and nothing of it is lost.
 */
export const ParamField: React.FC<FieldProps> = (props) => {
  const { type } = props.param;
  if (!fits(type, props.value)) return <LineField {...props} />;
  switch (type.kind) {
    case 'switch':
      return <SwitchField {...props} />;
    case 'choice':
      return <ChoiceField {...props} options={type.options} />;
    case 'cron':
      return <CronField {...props} />;
    case 'attributes':
      return <AttributesField {...props} />;
    case 'flags':
      return <FlagsField {...props} type={type} Field={ParamField} />;
    case 'object':
      return <ObjectField {...props} type={type} Field={ParamField} />;
    case 'list':
      return <ListField {...props} type={type} Field={ParamField} />;
    case 'one_of':
      return <OneOfField {...props} type={type} Field={ParamField} />;
    case 'named':
      return <NamedField {...props} type={type} Field={ParamField} />;
    default:
      return <LineField {...props} />;
  }
};
