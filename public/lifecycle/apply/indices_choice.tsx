import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedComboBox,
  EuiCompressedFieldNumber,
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLink,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { ChosenState } from './chosen_state';

const HandedOver: React.FC<Pick<ChosenState, 'handedOver' | 'forget'>> = ({
  handedOver,
  forget,
}) =>
  handedOver.length === 0 ? null : (
    <EuiText size="s" data-test-subj="handedOver">
      <p>
        {i18n.translate('watchkeeper.lifecycle.apply.handedOverText', {
          defaultMessage: '{count, plural, one {# index} other {# indices}} from the table.',
          values: { count: handedOver.length },
        })}{' '}
        <EuiLink onClick={forget}>
          {i18n.translate('watchkeeper.lifecycle.apply.forgetLabel', {
            defaultMessage: 'Leave them out',
          })}
        </EuiLink>
      </p>
    </EuiText>
  );

/** Which indices: one by one, by patterns, by age. */
export const IndicesChoice: React.FC<{ chosen: ChosenState }> = ({ chosen }) => {
  const { state, change, handedOver, forget } = chosen;
  const [pattern, setPattern] = useState(state.pattern);
  const named = state.indices === '' ? [] : state.indices.split(',');
  return (
    <>
      <HandedOver {...{ handedOver, forget }} />
      <EuiCompressedFormRow
        fullWidth
        label={i18n.translate('watchkeeper.lifecycle.apply.indicesLabel', {
          defaultMessage: 'Indices by name',
        })}
      >
        <EuiCompressedComboBox
          fullWidth
          noSuggestions
          placeholder={i18n.translate('watchkeeper.lifecycle.apply.indicesPlaceholder', {
            defaultMessage: 'Type a name and press Enter',
          })}
          selectedOptions={named.map((label) => ({ label }))}
          onCreateOption={(name) => change({ indices: [...named, name.trim()].join(',') })}
          onChange={(options) => change({ indices: options.map(({ label }) => label).join(',') })}
          data-test-subj="applyIndices"
        />
      </EuiCompressedFormRow>
      <EuiSpacer size="s" />
      <EuiFlexGroup gutterSize="s">
        <EuiFlexItem grow={3}>
          <EuiCompressedFormRow
            fullWidth
            label={i18n.translate('watchkeeper.lifecycle.apply.patternLabel', {
              defaultMessage: 'Indices by pattern',
            })}
            helpText={i18n.translate('watchkeeper.lifecycle.apply.patternHelp', {
              defaultMessage:
                'For example “logs-*, -logs-secret-*”: several with commas, and a minus for what is left out. Hidden indices are not taken in.',
            })}
          >
            <EuiCompressedFieldText
              fullWidth
              value={pattern}
              onChange={(event) => {
                setPattern(event.target.value);
                change({ pattern: event.target.value });
              }}
              data-test-subj="applyPattern"
            />
          </EuiCompressedFormRow>
        </EuiFlexItem>
        <EuiFlexItem grow={1}>
          <EuiCompressedFormRow
            fullWidth
            label={i18n.translate('watchkeeper.lifecycle.apply.olderLabel', {
              defaultMessage: 'Older than, days',
            })}
          >
            <EuiCompressedFieldNumber
              fullWidth
              min={0}
              value={state.older}
              onChange={(event) => change({ older: Math.max(0, Number(event.target.value)) })}
              data-test-subj="applyOlder"
            />
          </EuiCompressedFormRow>
        </EuiFlexItem>
      </EuiFlexGroup>
    </>
  );
};
