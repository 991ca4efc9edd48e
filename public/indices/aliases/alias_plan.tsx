import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiAccordion, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import type { AliasMember } from '../../../common/indices/aliases/api';
import { writeIndexOf } from '../../../common/indices/aliases/alias_rows';
import { aliasRequest } from '../../../common/indices/aliases/plan_alias';
import type { AliasStep } from '../../../common/indices/aliases/plan_alias';
import { sameJson } from '../../../common/json/same_json';
import { JsonBlock } from '../parts/json_block';

/** What changes of a member that stays, in words. */
const changesOf = (before: AliasMember, after: AliasMember): string[] => {
  const wrote = before.is_write_index === true;
  const writes = after.is_write_index === true;
  const routing = (member: AliasMember) => [member.index_routing, member.search_routing];
  return [
    ...(!wrote && writes
      ? [
          i18n.translate('watchkeeper.aliases.becomesWriteText', {
            defaultMessage: 'is written to from then on',
          }),
        ]
      : []),
    ...(wrote && !writes
      ? [
          i18n.translate('watchkeeper.aliases.losesWriteText', {
            defaultMessage: 'is not written to any more',
          }),
        ]
      : []),
    ...(sameJson(before.filter ?? null, after.filter ?? null)
      ? []
      : [
          after.filter
            ? i18n.translate('watchkeeper.aliases.newFilterText', {
                defaultMessage: 'gets another filter',
              })
            : i18n.translate('watchkeeper.aliases.noFilterText', {
                defaultMessage: 'is found without a filter',
              }),
        ]),
    ...(sameJson(routing(before), routing(after))
      ? []
      : [
          i18n.translate('watchkeeper.aliases.newRoutingText', {
            defaultMessage: 'gets another routing',
          }),
        ]),
    ...((before.is_hidden ?? false) === (after.is_hidden ?? false)
      ? []
      : [
          after.is_hidden
            ? i18n.translate('watchkeeper.aliases.becomesHiddenText', {
                defaultMessage: 'is found by patterns no more',
              })
            : i18n.translate('watchkeeper.aliases.becomesShownText', {
                defaultMessage: 'is found by patterns again',
              }),
        ]),
  ];
};

const stepText = (step: AliasStep): string => {
  switch (step.kind) {
    case 'remove':
      return i18n.translate('watchkeeper.aliases.removeStepText', {
        defaultMessage: 'is taken out',
      });
    case 'add':
      return step.member.is_write_index
        ? i18n.translate('watchkeeper.aliases.addWriteStepText', {
            defaultMessage: 'is taken in, and written to',
          })
        : i18n.translate('watchkeeper.aliases.addStepText', { defaultMessage: 'is taken in' });
    case 'change': {
      const changes = step.before ? changesOf(step.before, step.member) : [];
      return changes.length > 0
        ? changes.join(', ')
        : i18n.translate('watchkeeper.aliases.otherChangeText', {
            defaultMessage: 'changes its mark for writing',
          });
    }
  }
};

const writeText = (members: readonly AliasMember[]): string => {
  const index = writeIndexOf(members);
  return index === undefined
    ? i18n.translate('watchkeeper.aliases.readOnlyText', {
        defaultMessage: 'Nothing can be written through it: no index is marked as written to.',
      })
    : i18n.translate('watchkeeper.aliases.writtenText', {
        defaultMessage: 'What is written through it goes to {index}.',
        values: { index },
      });
};

/** What a change will do, by the same plan that the server sends. */
export const AliasPlan: React.FC<{
  name: string;
  steps: readonly AliasStep[];
  members: readonly AliasMember[];
}> = ({ name, steps, members }) => (
  <div aria-live="polite" data-test-subj="aliasPlan">
    <EuiTitle size="xxs">
      <h3>
        {i18n.translate('watchkeeper.aliases.planTitle', {
          defaultMessage: 'What happens, all at once',
        })}
      </h3>
    </EuiTitle>
    <EuiSpacer size="xs" />
    <EuiText size="s" className="eui-textBreakWord">
      {steps.length === 0 ? (
        <p>
          {i18n.translate('watchkeeper.aliases.nothingText', {
            defaultMessage: 'Nothing changes yet.',
          })}
        </p>
      ) : (
        <ul>
          {steps.map((step) => (
            <li key={step.index}>
              <strong>{step.index}</strong> {stepText(step)}
            </li>
          ))}
        </ul>
      )}
      {members.length > 0 && <p>{writeText(members)}</p>}
    </EuiText>
    {steps.length > 0 && (
      <>
        <EuiSpacer size="s" />
        <EuiAccordion
          id="aliasRequest"
          buttonContent={
            <EuiText size="xs">
              {i18n.translate('watchkeeper.aliases.requestLabel', {
                defaultMessage: 'As the request that is sent',
              })}
            </EuiText>
          }
        >
          <EuiSpacer size="s" />
          <JsonBlock value={aliasRequest(name, steps)} mark="aliasRequest" />
        </EuiAccordion>
      </>
    )}
  </div>
);
