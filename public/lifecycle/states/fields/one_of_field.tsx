import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedFormRow, EuiCompressedSelect, EuiSpacer } from '@elastic/eui';
import type { JsonValue } from '../../../../common/json/lossless';
import { isJsonObject } from '../../../../common/json/record';
import type { JsonObject } from '../../../../common/json/record';
import type { OneOfType, Param } from '../../../../common/lifecycle/actions/param';
import { say } from '../../../shared/say';
import { helpOf } from './field_help';
import { faultsAt } from './field_props';
import type { NestingProps } from './field_props';
import { PartFrame } from './part_frame';

/** What of one kind another one has, too: the rest is that kind's own. */
const carriedOver = ({ type }: Param, inner: JsonValue | undefined): JsonValue => {
  if (type.kind !== 'object' || !isJsonObject(inner)) return {};
  const names = type.params.map(({ name }) => name);
  return Object.fromEntries(Object.entries(inner).filter(([name]) => names.includes(name)));
};

const Choice: React.FC<NestingProps<OneOfType>> = (props) => {
  const { param, type, value, onChange, path, problems, Field } = props;
  const object = isJsonObject(value) ? value : {};
  const chosen = type.options.find(({ name }) => name in object);
  const inner = chosen ? object[chosen.name] : undefined;
  const none = i18n.translate('watchkeeper.lifecycle.fields.noneOption', {
    defaultMessage: 'None',
  });
  const choose = (name: string) => {
    const option = type.options.find((each) => each.name === name);
    if (!option) return onChange(undefined);
    const next: JsonObject = { [name]: carriedOver(option, inner) };
    // At its place among those beside it.
    const entries = Object.entries(chosen ? object : next);
    onChange(
      Object.fromEntries(
        entries.map(([key, each]) => (key === chosen?.name ? [name, next[name]] : [key, each]))
      )
    );
  };
  const at = chosen ? [...path, chosen.name] : path;
  const faults = chosen ? faultsAt(problems, at) : [];
  return (
    <>
      <EuiCompressedFormRow isInvalid={faults.length > 0} error={faults} fullWidth>
        <EuiCompressedSelect
          fullWidth
          options={[
            ...(param.required && chosen ? [] : [{ value: '', text: none }]),
            ...type.options.map(({ name, label }) => ({ value: name, text: say(label) })),
          ]}
          value={chosen?.name ?? ''}
          onChange={({ target }) => choose(target.value)}
          aria-label={i18n.translate('watchkeeper.lifecycle.fields.kindLabel', {
            defaultMessage: '{label}: its kind',
            values: { label: say(param.label) },
          })}
          data-test-subj={`kind-${param.name}`}
        />
      </EuiCompressedFormRow>
      {chosen && (
        <>
          <EuiSpacer size="s" />
          <Field
            key={chosen.name}
            param={{ ...chosen, required: true }}
            value={inner}
            onChange={(next) => onChange({ ...object, [chosen.name]: next ?? {} })}
            path={at}
            problems={problems}
            bare
          />
        </>
      )}
    </>
  );
};

/** One of several kinds, with the fields of that kind. */
export const OneOfField: React.FC<NestingProps<OneOfType>> = (props) => {
  const { param, value, onChange, path, problems, bare } = props;
  if (bare) return <Choice {...props} />;
  return (
    <PartFrame
      title={say(param.label)}
      help={helpOf(param)}
      isForm
      {...{ value, onChange, path, problems }}
      data-test-subj={`param-${param.name}`}
    >
      <Choice {...props} />
    </PartFrame>
  );
};
