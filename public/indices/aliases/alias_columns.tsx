import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiLink } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { AliasMember, AliasRow } from '../../../common/indices/aliases/api';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { Names } from '../parts/names';

export interface RowActions {
  mayWrite: boolean;
  onOpen: (row: AliasRow) => void;
  onRollOver: (row: AliasRow) => void;
  onDelete: (row: AliasRow) => void;
}

const actionsColumn = ({
  mayWrite,
  onOpen,
  onRollOver,
  onDelete,
}: RowActions): EuiBasicTableColumn<AliasRow> => ({
  name: i18n.translate('watchkeeper.indexTemplates.actionsColumn', { defaultMessage: 'Actions' }),
  width: '90px',
  actions: [
    {
      name: i18n.translate('watchkeeper.aliases.editLabel', { defaultMessage: 'Edit' }),
      description: i18n.translate('watchkeeper.aliases.editText', {
        defaultMessage: 'Edit this alias',
      }),
      ...{ type: 'icon', icon: 'pencil', isPrimary: true, onClick: onOpen },
      available: () => mayWrite,
      'data-test-subj': 'editAlias',
    },
    {
      name: i18n.translate('watchkeeper.aliases.rollOverLabel', { defaultMessage: 'Roll over' }),
      description: i18n.translate('watchkeeper.aliases.rollOverText', {
        defaultMessage: 'Go on in a new index, as a task',
      }),
      ...{ type: 'icon', icon: 'push', onClick: onRollOver },
      available: ({ write_index: index }) => mayWrite && index !== undefined,
      'data-test-subj': 'rollOverAlias',
    },
    {
      name: i18n.translate('watchkeeper.indexTemplates.deleteLabel', { defaultMessage: 'Delete' }),
      description: i18n.translate('watchkeeper.aliases.deleteHintText', {
        defaultMessage: 'Delete this alias',
      }),
      ...{ type: 'icon', icon: 'trash', color: 'danger', onClick: onDelete },
      available: () => mayWrite,
      'data-test-subj': 'deleteAlias',
    },
  ],
});

const isRouted = ({ index_routing: index, search_routing: search }: AliasMember): boolean =>
  index !== undefined || search !== undefined;

const Extras: React.FC<{ row: AliasRow }> = ({ row: { members, is_hidden: hidden } }) => (
  <>
    {members.some(({ filter }) => filter !== undefined) && (
      <EuiBadge color="hollow">
        {i18n.translate('watchkeeper.aliases.filteredLabel', { defaultMessage: 'filtered' })}
      </EuiBadge>
    )}
    {members.some(isRouted) && (
      <EuiBadge color="hollow">
        {i18n.translate('watchkeeper.aliases.routedLabel', { defaultMessage: 'routed' })}
      </EuiBadge>
    )}
    {hidden && (
      <EuiBadge color="hollow">
        {i18n.translate('watchkeeper.aliases.hiddenLabel', { defaultMessage: 'hidden' })}
      </EuiBadge>
    )}
  </>
);

export const aliasColumns = (actions: RowActions): Array<EuiBasicTableColumn<AliasRow>> => [
  {
    field: 'name',
    name: i18n.translate('watchkeeper.aliases.nameColumn', { defaultMessage: 'Alias' }),
    sortable: true,
    render: (name: string, row: AliasRow) => (
      <EuiLink
        className="eui-textBreakWord"
        onClick={() => actions.onOpen(row)}
        data-test-subj="aliasLink"
      >
        {name}
      </EuiLink>
    ),
  },
  {
    name: i18n.translate('watchkeeper.aliases.indicesLabel', { defaultMessage: 'Indices' }),
    render: ({ members }: AliasRow) => <Names names={members.map(({ index }) => index)} most={3} />,
  },
  {
    field: 'write_index',
    name: i18n.translate('watchkeeper.aliases.writeColumn', { defaultMessage: 'Written to' }),
    sortable: true,
    render: (index: string | undefined) =>
      index === undefined ? (
        '–'
      ) : (
        <PageLink to={appPaths.index(index)} className="eui-textBreakWord">
          {index}
        </PageLink>
      ),
  },
  {
    name: i18n.translate('watchkeeper.aliases.extrasColumn', { defaultMessage: 'Options' }),
    render: (row: AliasRow) => <Extras row={row} />,
  },
  {
    field: 'data_streams',
    name: i18n.translate('watchkeeper.aliases.streamsColumn', { defaultMessage: 'Data streams' }),
    sortable: true,
    render: (streams: string[]) => <Names names={streams} />,
  },
  actionsColumn(actions),
];
