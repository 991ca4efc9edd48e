import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiAccordion,
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiCompressedSwitch,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { AliasMember } from '../../../common/indices/aliases/api';
import { RemoveButton } from '../../shared/remove_button';
import { JsonField } from '../parts/json_field';
import { withFilter, withRouting } from './member_edits';

interface CardProps {
  member: AliasMember;
  onChange: (member: AliasMember) => void;
  /** Whether it is the one that is written to. */
  onWrite: (writes: boolean) => void;
  onRemove: () => void;
  draft?: string;
  onDraft: (text: string | undefined) => void;
}

const moreLabel = ({ filter, index_routing: index, search_routing: search }: AliasMember) =>
  filter || index !== undefined || search !== undefined
    ? i18n.translate('watchkeeper.aliases.moreSetLabel', {
        defaultMessage: 'Filter and routing (set)',
      })
    : i18n.translate('watchkeeper.aliases.moreLabel', { defaultMessage: 'Filter and routing' });

const routingLabel = (member: 'index_routing' | 'search_routing'): string =>
  member === 'index_routing'
    ? i18n.translate('watchkeeper.aliases.indexRoutingLabel', {
        defaultMessage: 'Routing when written',
      })
    : i18n.translate('watchkeeper.aliases.searchRoutingLabel', {
        defaultMessage: 'Routing when searched',
      });

const More: React.FC<CardProps> = ({ member, onChange, draft, onDraft }) => (
  <>
    <EuiSpacer size="s" />
    <JsonField
      label={i18n.translate('watchkeeper.aliases.filterLabel', {
        defaultMessage: 'Filter: a query as JSON',
      })}
      helpText={i18n.translate('watchkeeper.aliases.filterHelpText', {
        defaultMessage: 'Through the alias only documents are found that match.',
      })}
      value={member.filter}
      draft={draft}
      onChange={(filter) => onChange(withFilter(member, filter))}
      onDraft={onDraft}
      mark="aliasFilter"
    />
    <EuiSpacer size="s" />
    <EuiFlexGroup gutterSize="s" responsive={false}>
      {(['index_routing', 'search_routing'] as const).map((routing) => (
        <EuiFlexItem key={routing}>
          <EuiCompressedFormRow fullWidth label={routingLabel(routing)}>
            <EuiCompressedFieldText
              fullWidth
              value={member[routing] ?? ''}
              onChange={(event) => onChange(withRouting(member, routing, event.target.value))}
              data-test-subj={`alias-${routing}`}
            />
          </EuiCompressedFormRow>
        </EuiFlexItem>
      ))}
    </EuiFlexGroup>
  </>
);

/** What the alias is on one index. */
export const MemberCard: React.FC<CardProps> = (props) => {
  const { member, onWrite, onRemove } = props;
  const { index, is_write_index: writes } = member;
  return (
    <>
      <EuiPanel paddingSize="s" hasShadow={false} hasBorder data-test-subj="aliasMember">
        <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
          <EuiFlexItem style={{ minWidth: 160 }}>
            <EuiText size="s" className="eui-textBreakWord">
              <strong>{index}</strong>
            </EuiText>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiCompressedSwitch
              label={i18n.translate('watchkeeper.aliases.writeSwitchLabel', {
                defaultMessage: 'Written to',
              })}
              checked={writes === true}
              onChange={(event) => onWrite(event.target.checked)}
              data-test-subj="aliasWrite"
            />
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <RemoveButton
              label={i18n.translate('watchkeeper.aliases.removeIndexLabel', {
                defaultMessage: 'Take {index} out',
                values: { index },
              })}
              mark="removeMember"
              onRemove={onRemove}
            />
          </EuiFlexItem>
        </EuiFlexGroup>
        <EuiAccordion
          id={`more-${index}`}
          buttonContent={<EuiText size="xs">{moreLabel(member)}</EuiText>}
          paddingSize="none"
        >
          <More {...props} />
        </EuiAccordion>
      </EuiPanel>
      <EuiSpacer size="s" />
    </>
  );
};
