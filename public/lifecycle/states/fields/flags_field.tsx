import React from 'react';
import { EuiCheckbox, EuiCompressedFormRow, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import type { JsonValue } from '../../../../common/json/lossless';
import { isJsonObject } from '../../../../common/json/record';
import type { FlagsType } from '../../../../common/lifecycle/actions/param';
import { say } from '../../../shared/say';
import { valueText } from '../words';
import { placeId } from '../place_mark';
import { helpOf } from './field_help';
import { faultsOf, faultsWithin } from './field_props';
import type { NestingProps } from './field_props';

const isOf = (item: JsonValue, name: string): boolean =>
  isJsonObject(item) && Object.keys(item).join() === name;

/** Any of several, as boxes to tick; what the list has beside them stays, and can be unticked. */
export const FlagsField: React.FC<NestingProps<FlagsType>> = (props) => {
  const { param, type, value, onChange, path, problems } = props;
  const items: readonly JsonValue[] = Array.isArray(value) ? value : [];
  const faults = [...new Set([...faultsOf(props), ...faultsWithin(problems, path)])];
  const known = type.options.map(({ name, label }) => ({
    ...{ name, text: say(label), isOn: items.some((item) => isOf(item, name)) },
    set: (on: boolean) =>
      onChange(on ? [...items, { [name]: {} }] : items.filter((item) => !isOf(item, name))),
  }));
  const others = items
    .map((item, place) => ({ item, place }))
    .filter(({ item }) => !type.options.some(({ name }) => isOf(item, name)))
    .map(({ item, place }) => ({
      ...{ name: String(place), text: valueText(item), isOn: true },
      set: () => onChange(items.filter((_item, i) => i !== place)),
    }));
  return (
    <EuiCompressedFormRow
      label={say(param.label)}
      helpText={helpOf(param)}
      isInvalid={faults.length > 0}
      error={faults}
      labelType="legend"
      fullWidth
      data-test-subj={`param-${param.name}`}
    >
      <EuiFlexGroup gutterSize="m" responsive={false} wrap>
        {[...known, ...others].map(({ name, text, isOn, set }) => (
          <EuiFlexItem key={name} grow={false}>
            <EuiCheckbox
              compressed
              id={`${placeId(path)}-flag-${name}`}
              label={text}
              checked={isOn}
              onChange={({ target }) => set(target.checked)}
              data-test-subj={`flag-${name}`}
            />
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
    </EuiCompressedFormRow>
  );
};
