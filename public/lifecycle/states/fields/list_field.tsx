import React from 'react';
import { EuiSpacer } from '@elastic/eui';
import type { JsonValue } from '../../../../common/json/lossless';
import type { ListType } from '../../../../common/lifecycle/actions/param';
import { say } from '../../../shared/say';
import { ItemButtons } from '../item_buttons';
import { placeId } from '../place_mark';
import { AddButton } from './add_button';
import { helpOf } from './field_help';
import type { NestingProps } from './field_props';
import { fits } from './fits';
import { PartFrame } from './part_frame';
import { useFocusNew } from './use_focus_new';
import { useRowKeys } from './use_row_keys';

const Items: React.FC<NestingProps<ListType>> = ({
  param,
  type,
  value,
  onChange,
  path,
  problems,
  Field,
}) => {
  const items: readonly JsonValue[] = Array.isArray(value) ? value : [];
  const { keys, removed, moved } = useRowKeys(items.length);
  const { around, expect } = useFocusNew(items.length);
  const replace = (place: number, next: JsonValue) =>
    onChange([...items.slice(0, place), next, ...items.slice(place + 1)]);
  const remove = (place: number) => {
    expect('button');
    removed(place);
    const rest = items.filter((_item, i) => i !== place);
    onChange(rest.length === 0 && !param.required ? undefined : rest);
  };
  const move = (place: number, by: number) => {
    moved(place, by);
    const rest = items.filter((_item, i) => i !== place);
    onChange([...rest.slice(0, place + by), items[place], ...rest.slice(place + by)]);
  };
  return (
    <div ref={around}>
      {items.map((item, i) => {
        const title = `${say(type.item)} ${i + 1}`;
        const at = [...path, i];
        const own = { value: item, path: at, problems };
        return (
          <div key={keys[i]} data-row id={placeId(at)} tabIndex={-1}>
            <PartFrame
              {...own}
              title={title}
              isItem
              isForm={item !== null && fits(type.of, item)}
              onChange={(next) => replace(i, next)}
              buttons={
                <ItemButtons
                  name={title}
                  place={i}
                  count={items.length}
                  onMove={(by) => move(i, by)}
                  onRemove={() => remove(i)}
                />
              }
              data-test-subj={`item-${param.name}`}
            >
              <Field
                {...own}
                param={{ name: param.name, label: type.item, type: type.of, required: true }}
                onChange={(next) => replace(i, next ?? type.start)}
                bare
              />
            </PartFrame>
            <EuiSpacer size="xs" />
          </div>
        );
      })}
      <AddButton
        label={say(type.add)}
        mark={`add-${param.name}`}
        onAdd={() => {
          expect('row');
          onChange([...items, type.start]);
        }}
      />
    </div>
  );
};

/** A list, each of its items with the fields of its own. */
export const ListField: React.FC<NestingProps<ListType>> = (props) => {
  const { param, value, onChange, path, problems } = props;
  return (
    <PartFrame
      title={say(param.label)}
      help={helpOf(param)}
      isForm
      {...{ value, onChange, path, problems }}
      data-test-subj={`param-${param.name}`}
    >
      <Items {...props} />
    </PartFrame>
  );
};
