import React, { useState } from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBadge,
  EuiCheckbox,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSmallButtonEmpty,
  EuiText,
  EuiTextColor,
} from '@elastic/eui';
import type { EffectGroup } from '../../../common/lifecycle/apply/preview';
import type { LintedIndex } from '../../../common/lifecycle/lint/surroundings';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { formatBytes } from '../../shared/numbers';
import { effectColour, effectText } from './effect_words';

/** More than these are not drawn. */
const MOST_LISTED = 200;

const IndexLine: React.FC<{ index: LintedIndex; repair?: ReactNode }> = ({ index, repair }) => {
  const { facts, policy_id: policy } = index;
  return (
    <li className="eui-textBreakWord" data-test-subj="effectIndex">
      <PageLink to={appPaths.index(facts.name)}>{facts.name}</PageLink>{' '}
      {facts.primary_bytes !== undefined && (
        <EuiTextColor color="subdued">{formatBytes(facts.primary_bytes)}</EuiTextColor>
      )}{' '}
      {facts.data_stream && (
        <EuiBadge color="hollow">
          {i18n.translate('watchkeeper.lifecycle.apply.streamLabel', {
            defaultMessage: 'data stream {name}',
            values: { name: facts.data_stream.name },
          })}
        </EuiBadge>
      )}
      {policy !== undefined && <EuiBadge color="hollow">{policy}</EuiBadge>}
      {repair}
    </li>
  );
};

/** What happens to some of the indices: whether that is wanted, and which they are. */
export const EffectGroupItem: React.FC<{
  group: EffectGroup;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** For all of them. */
  action?: ReactNode;
  repairOf?: (index: LintedIndex) => ReactNode;
}> = ({ group, checked, onChange, action, repairOf }) => {
  const { key, effect, indices, bytes } = group;
  const [isOpen, setOpen] = useState(false);
  const count = i18n.translate('watchkeeper.lifecycle.apply.countText', {
    defaultMessage: '{count, plural, one {# index} other {# indices}}, {bytes}',
    values: { count: indices.length, bytes: formatBytes(bytes) },
  });
  const label = (
    <span className="eui-textBreakWord">
      <EuiBadge color={effectColour(effect)}>{count}</EuiBadge> {effectText(effect)}
    </span>
  );
  return (
    <EuiPanel paddingSize="s" hasShadow={false} data-test-subj={`effect-${effect.kind}`}>
      <EuiFlexGroup gutterSize="s" responsive={false} justifyContent="spaceBetween" wrap>
        <EuiFlexItem style={{ minWidth: 240 }}>
          {effect.kind === 'not_applied' ? (
            <EuiText size="s">{label}</EuiText>
          ) : (
            <EuiCheckbox
              id={`effect ${key}`}
              label={label}
              checked={checked}
              onChange={(event) => onChange(event.target.checked)}
            />
          )}
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiSmallButtonEmpty
            iconType={isOpen ? 'arrowDown' : 'arrowRight'}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            data-test-subj="effectToggle"
          >
            {i18n.translate('watchkeeper.lifecycle.apply.showLabel', {
              defaultMessage: 'Show indices',
            })}
          </EuiSmallButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
      {effect.kind === 'fails' && !checked && (
        <EuiText size="xs" color="subdued" data-test-subj="effectNotTicked">
          <p>
            {i18n.translate('watchkeeper.lifecycle.apply.notTickedText', {
              defaultMessage:
                'Not ticked, since nothing would come of it: mend the policy or the indices first, or tick it all the same.',
            })}
          </p>
        </EuiText>
      )}
      {action}
      {isOpen && (
        <EuiText size="s" style={{ maxHeight: 240, overflowY: 'auto' }}>
          <ul>
            {indices.slice(0, MOST_LISTED).map((index) => (
              <IndexLine key={index.facts.name} index={index} repair={repairOf?.(index)} />
            ))}
            {indices.length > MOST_LISTED && (
              <li>
                {i18n.translate('watchkeeper.lifecycle.acts.moreText', {
                  defaultMessage: 'and {count, number} more',
                  values: { count: indices.length - MOST_LISTED },
                })}
              </li>
            )}
          </ul>
        </EuiText>
      )}
    </EuiPanel>
  );
};
