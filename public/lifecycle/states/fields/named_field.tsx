import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedFormRow, EuiSpacer } from '@elastic/eui';
import type { JsonValue } from '../../../../common/json/lossless';
import { isJsonObject } from '../../../../common/json/record';
import type { NamedType } from '../../../../common/lifecycle/actions/param';
import { RemoveButton } from '../../../shared/remove_button';
import { say } from '../../../shared/say';
import { DraftField } from '../draft_field';
import { placeId } from '../place_mark';
import { AddButton } from './add_button';
import { helpOf } from './field_help';
import type { NestingProps } from './field_props';
import { fits } from './fits';
import { PartFrame } from './part_frame';
import { useFocusNew } from './use_focus_new';
import { useRowKeys } from './use_row_keys';

type Entries = ReadonlyArray<readonly [name: string, value: JsonValue]>;

const NameField: React.FC<{
  label: string;
  name: string;
  others: readonly string[];
  onRename: (name: string) => void;
}> = ({ label, name, others, onRename }) => (
  <EuiCompressedFormRow
    label={label}
    isInvalid={name === ''}
    error={
      name === ''
        ? i18n.translate('watchkeeper.lifecycle.fields.nameMissingError', {
            defaultMessage: 'It needs a name.',
          })
        : undefined
    }
    fullWidth
  >
    <DraftField
      value={name}
      isInvalid={name === ''}
      onChange={(text) => {
        // A name that another one has would take its place.
        if (text.trim() === '' || others.includes(text)) return false;
        onRename(text);
        return true;
      }}
      data-test-subj="entryName"
    />
  </EuiCompressedFormRow>
);

const useEntries = ({ value, onChange, param }: NestingProps<NamedType>) => {
  const entries: Entries = isJsonObject(value) ? Object.entries(value) : [];
  const write = (next: Entries) =>
    onChange(next.length === 0 && !param.required ? undefined : Object.fromEntries(next));
  return {
    entries,
    names: entries.map(([name]) => name),
    put: (place: number, name: string, each: JsonValue) =>
      write(entries.map((entry, i) => (i === place ? [name, each] : entry))),
    remove: (place: number) => write(entries.filter((_entry, i) => i !== place)),
    add: (name: string, each: JsonValue) => write([...entries, [name, each]]),
  };
};

/** Exactly one name, without a frame: it is an item of a list. */
const Single: React.FC<NestingProps<NamedType>> = (props) => {
  const { type, path, problems, Field } = props;
  const { entries, put } = useEntries(props);
  const [[name, each] = ['', type.start] as const] = entries;
  return (
    <>
      <NameField
        label={say(type.name)}
        name={name}
        others={[]}
        onRename={(next) => put(0, next, each)}
      />
      <EuiSpacer size="s" />
      <Field
        param={{ name: props.param.name, label: type.name, type: type.of }}
        value={each}
        onChange={(next) => put(0, name, next ?? type.start)}
        path={[...path, name]}
        problems={problems}
        bare
      />
    </>
  );
};

const Rows: React.FC<NestingProps<NamedType>> = (props) => {
  const { param, type, path, problems, Field } = props;
  const { entries, names, put, remove, add } = useEntries(props);
  const { keys, removed } = useRowKeys(entries.length);
  const { around, expect } = useFocusNew(entries.length);
  return (
    <div ref={around}>
      {entries.map(([name, each], i) => {
        const at = [...path, name];
        const title = name === '' ? say(type.name) : name;
        return (
          <div key={keys[i]} data-row id={placeId(at)} tabIndex={-1}>
            <PartFrame
              title={title}
              isItem
              isForm={fits(type.of, each)}
              value={each}
              onChange={(next) => put(i, name, next)}
              path={at}
              problems={problems}
              buttons={
                <RemoveButton
                  label={i18n.translate('watchkeeper.lifecycle.states.removeLabel', {
                    defaultMessage: 'Remove {name}',
                    values: { name: title },
                  })}
                  mark="removeEntry"
                  onRemove={() => {
                    expect('button');
                    removed(i);
                    remove(i);
                  }}
                />
              }
              data-test-subj={`item-${param.name}`}
            >
              <NameField
                label={say(type.name)}
                name={name}
                others={names.filter((_name, other) => other !== i)}
                onRename={(next) => put(i, next, each)}
              />
              <EuiSpacer size="s" />
              <Field
                param={{ name: param.name, label: param.label, type: type.of, required: true }}
                value={each}
                onChange={(next) => put(i, name, next ?? type.start)}
                path={at}
                problems={problems}
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
        isDisabled={names.includes('')}
        onAdd={() => {
          expect('row');
          add('', type.start);
        }}
      />
    </div>
  );
};

/** Values by names that the author gives, each with the fields of its type. */
export const NamedField: React.FC<NestingProps<NamedType>> = (props) => {
  const { param, type, value, onChange, path, problems } = props;
  if (type.single) return <Single {...props} />;
  return (
    <PartFrame
      title={say(param.label)}
      help={helpOf(param)}
      isForm
      {...{ value, onChange, path, problems }}
      data-test-subj={`param-${param.name}`}
    >
      <Rows {...props} />
    </PartFrame>
  );
};
