import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiButtonIcon,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { RemoveButton } from '../../shared/remove_button';

const swapped = (names: readonly string[], at: number, by: number): string[] => {
  const to = at + by;
  return names.map((name, place) => (place === at ? names[to] : place === to ? names[at] : name));
};

const Name: React.FC<{
  names: readonly string[];
  at: number;
  onChange: (names: string[]) => void;
}> = ({ names, at, onChange }) => {
  const name = names[at];
  return (
    <EuiFlexGroup gutterSize="xs" alignItems="center" responsive={false}>
      <EuiFlexItem>
        <EuiText size="s" className="eui-textBreakWord" data-test-subj="orderedName">
          {at + 1}. {name}
        </EuiText>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButtonIcon
          iconType="sortUp"
          isDisabled={at === 0}
          onClick={() => onChange(swapped(names, at, -1))}
          aria-label={i18n.translate('watchkeeper.indexTemplates.moveUpLabel', {
            defaultMessage: 'Move {name} up',
            values: { name },
          })}
          data-test-subj="moveUp"
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButtonIcon
          iconType="sortDown"
          isDisabled={at === names.length - 1}
          onClick={() => onChange(swapped(names, at, 1))}
          aria-label={i18n.translate('watchkeeper.indexTemplates.moveDownLabel', {
            defaultMessage: 'Move {name} down',
            values: { name },
          })}
          data-test-subj="moveDown"
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <RemoveButton
          label={i18n.translate('watchkeeper.indexTemplates.removeNameLabel', {
            defaultMessage: 'Remove {name}',
            values: { name },
          })}
          mark="removeName"
          onRemove={() => onChange(names.filter((_, place) => place !== at))}
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

/** Names in an order that counts, each of which can be moved; others are added behind. */
export const OrderedNames: React.FC<{
  /** Given by the row of the form, so that its label is the list's of those that can be added. */
  id?: string;
  names: readonly string[];
  onChange: (names: string[]) => void;
  /** That can be added. */
  known: readonly string[];
  label: string;
  addLabel: string;
  mark: string;
}> = ({ id, names, onChange, known, label, addLabel, mark }) => {
  const others = known.filter((name) => !names.includes(name));
  return (
    <div role="group" aria-label={label} data-test-subj={mark}>
      {names.length > 0 && (
        <>
          <EuiPanel paddingSize="s" hasShadow={false} hasBorder>
            {names.map((name, at) => (
              <Name key={name} names={names} at={at} onChange={onChange} />
            ))}
          </EuiPanel>
          <EuiSpacer size="s" />
        </>
      )}
      <EuiCompressedSelect
        id={id}
        fullWidth
        disabled={others.length === 0}
        options={[
          { value: '', text: addLabel },
          ...others.map((name) => ({ value: name, text: name })),
        ]}
        value=""
        onChange={(event) => event.target.value !== '' && onChange([...names, event.target.value])}
        aria-label={addLabel}
        data-test-subj={`${mark}Add`}
      />
    </div>
  );
};
