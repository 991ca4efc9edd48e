import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiContextMenuItem, EuiContextMenuPanel, EuiPopover, EuiSmallButton } from '@elastic/eui';
import { appPaths } from '../../shared/app_paths';
import { useLinkTo } from '../../shared/links';
import { newPolicies } from '../new_policies';

/** What the URL says where a policy is to be pasted. */
export const PASTED = 'paste';

/** Names the way to the import among the ways to a new policy. */
const IMPORTED = 'import';

/** A new policy: from a template, from nothing, or from a text. */
export const CreateMenu: React.FC = () => {
  const [open, setOpen] = useState(false);
  const linkTo = useLinkTo();
  const items = [
    ...newPolicies().map(({ name, label, about }) => ({ name, label, about })),
    {
      name: '',
      label: i18n.translate('watchkeeper.lifecycle.new.emptyLabel', {
        defaultMessage: 'Empty policy',
      }),
      about: i18n.translate('watchkeeper.lifecycle.new.emptyText', {
        defaultMessage: 'One state, in which nothing happens.',
      }),
    },
    {
      name: PASTED,
      label: i18n.translate('watchkeeper.lifecycle.new.pasteLabel', {
        defaultMessage: 'Paste or open JSON',
      }),
      about: i18n.translate('watchkeeper.lifecycle.new.pasteText', {
        defaultMessage: 'A policy from a file, from another cluster, or from a request.',
      }),
    },
    {
      name: IMPORTED,
      label: i18n.translate('watchkeeper.lifecycle.new.importLabel', {
        defaultMessage: 'Import policies',
      }),
      about: i18n.translate('watchkeeper.lifecycle.new.importText', {
        defaultMessage:
          'Several at once, also of Index Lifecycle Management, with what becomes of each.',
      }),
    },
  ];
  return (
    <EuiPopover
      isOpen={open}
      closePopover={() => setOpen(false)}
      panelPaddingSize="none"
      anchorPosition="downRight"
      button={
        <EuiSmallButton
          fill
          iconType="arrowDown"
          iconSide="right"
          onClick={() => setOpen(!open)}
          data-test-subj="createPolicy"
        >
          {i18n.translate('watchkeeper.lifecycle.createButtonLabel', {
            defaultMessage: 'Create policy',
          })}
        </EuiSmallButton>
      }
    >
      <EuiContextMenuPanel
        style={{ width: 340 }}
        items={items.map(({ name, label, about }) => (
          <EuiContextMenuItem
            key={name}
            {...linkTo(name === IMPORTED ? appPaths.importPolicies() : appPaths.createPolicy(name))}
            data-test-subj={`create-${name || 'empty'}`}
          >
            <strong>{label}</strong>
            <br />
            <span className="euiTextColor euiTextColor--subdued">{about}</span>
          </EuiContextMenuItem>
        ))}
      />
    </EuiPopover>
  );
};
