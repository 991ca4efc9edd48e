import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedSwitch,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
  EuiHorizontalRule,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import type { AliasRow } from '../../../common/indices/aliases/api';
import { checkAlias, planAlias } from '../../../common/indices/aliases/plan_alias';
import { useMay } from '../../shared/plugin_status';
import { useToasts } from '../../shared/toasts';
import { FormField, NameField, faultsAt } from '../parts/document_fields';
import { Refused } from '../parts/refused';
import { WordsInput } from '../parts/words_input';
import { AliasPlan } from './alias_plan';
import { useSaveAlias } from './alias_queries';
import { MemberCard } from './member_card';
import { withHidden, withIndices, withWriteIndex } from './member_edits';

interface FlyoutProps {
  /** As it was opened; absent for a new one. */
  row?: AliasRow;
  /** All that there are. */
  indices: readonly string[];
  onClose: () => void;
}

/** One alias: on which indices it is and how, and what a change of it will do. */
export const AliasFlyout: React.FC<FlyoutProps> = ({ row, indices, onClose }) => {
  const [opened] = useState(row);
  const [typedName, setName] = useState('');
  const [members, setMembers] = useState(row?.members ?? []);
  const [hidden, setHidden] = useState(row?.is_hidden ?? false);
  const [drafts, setDrafts] = useState<Readonly<Record<string, string | undefined>>>({});
  const [hasTried, setTried] = useState(false);
  const save = useSaveAlias();
  const toasts = useToasts();
  const mayWrite = useMay('write');
  const name = opened?.name ?? typedName;
  const steps = planAlias(opened?.members ?? [], members);
  const problems = checkAlias(name, members, new Set(indices));
  const shown = hasTried ? [...problems, ...(save.error?.problems ?? [])] : [];
  const isBroken = Object.values(drafts).some((draft) => draft !== undefined);
  const title =
    opened?.name ??
    i18n.translate('watchkeeper.aliases.createTitle', { defaultMessage: 'Create alias' });

  const onSave = () => {
    setTried(true);
    if (problems.length > 0) {
      save.reset();
      return;
    }
    save.mutate(
      { name, members, ...(opened ? { seen: opened.members } : {}) },
      {
        onSuccess: () => {
          toasts.success(
            i18n.translate('watchkeeper.aliases.savedText', {
              defaultMessage: 'Saved the alias {name}',
              values: { name },
            })
          );
          onClose();
        },
      }
    );
  };
  return (
    <EuiFlyout onClose={onClose} size="m" aria-label={title} data-test-subj="aliasFlyout">
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="s">
          <h2 className="eui-textBreakWord">{title}</h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        <Refused error={save.error} problems={shown} />
        {!opened && (
          <NameField name={typedName} onChange={setName} faults={faultsAt(shown, 'name')} />
        )}
        <FormField
          label={i18n.translate('watchkeeper.aliases.indicesLabel', { defaultMessage: 'Indices' })}
          faults={faultsAt(shown, 'members')}
        >
          <WordsInput
            words={members.map(({ index }) => index)}
            onChange={(chosen) => setMembers(withIndices(members, chosen, hidden))}
            // Those of the system and behind data streams can be typed.
            suggestions={indices.filter((index) => !index.startsWith('.'))}
            isInvalid={faultsAt(shown, 'members').length > 0}
            label={i18n.translate('watchkeeper.aliases.indicesLabel', {
              defaultMessage: 'Indices',
            })}
            mark="aliasIndices"
          />
        </FormField>
        <EuiSpacer size="m" />
        {members.map((member) => (
          <MemberCard
            key={member.index}
            member={member}
            onChange={(changed) =>
              setMembers(members.map((each) => (each.index === member.index ? changed : each)))
            }
            onWrite={(writes) => setMembers(withWriteIndex(members, member.index, writes))}
            onRemove={() => setMembers(members.filter(({ index }) => index !== member.index))}
            draft={drafts[member.index]}
            onDraft={(text) => setDrafts((now) => ({ ...now, [member.index]: text }))}
          />
        ))}
        <EuiCompressedSwitch
          label={i18n.translate('watchkeeper.aliases.hiddenSwitchLabel', {
            defaultMessage: 'Hidden: patterns such as * do not find it',
          })}
          checked={hidden}
          onChange={(event) => {
            setHidden(event.target.checked);
            setMembers(withHidden(members, event.target.checked));
          }}
          data-test-subj="aliasHidden"
        />
        <EuiHorizontalRule margin="m" />
        <AliasPlan name={name} steps={steps} members={members} />
      </EuiFlyoutBody>
      <EuiFlyoutFooter>
        <EuiFlexGroup justifyContent="spaceBetween" responsive={false}>
          <EuiFlexItem grow={false}>
            {/* The usual colour stands out too little from the foot of a flyout. */}
            <EuiSmallButtonEmpty onClick={onClose} flush="left" color="text">
              {i18n.translate('watchkeeper.indexTemplates.cancelLabel', {
                defaultMessage: 'Cancel',
              })}
            </EuiSmallButtonEmpty>
          </EuiFlexItem>
          {mayWrite && (
            <EuiFlexItem grow={false}>
              <EuiSmallButton
                fill
                isDisabled={isBroken || (opened !== undefined && steps.length === 0)}
                isLoading={save.isLoading}
                onClick={onSave}
                data-test-subj="saveAlias"
              >
                {i18n.translate('watchkeeper.indexTemplates.saveLabel', { defaultMessage: 'Save' })}
              </EuiSmallButton>
            </EuiFlexItem>
          )}
        </EuiFlexGroup>
      </EuiFlyoutFooter>
    </EuiFlyout>
  );
};
