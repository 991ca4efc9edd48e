import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBasicTable,
  EuiCode,
  EuiSmallButton,
  EuiSmallButtonIcon,
  EuiSpacer,
} from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { IndexDetail } from '../../../common/indices/indices_api';
import type { AliasBody } from '../../../common/indices/page/edits';
import { useConfirm } from '../../shared/confirm';
import { useMay } from '../../shared/plugin_status';
import { AliasForm } from './alias_form';
import { EditError } from './edit_error';
import { useEdit } from './use_edit';

interface NamedAlias {
  name: string;
  body: AliasBody;
}

const writeText = ({ is_write_index: isWritten }: AliasBody): string => {
  if (isWritten === true) {
    return i18n.translate('watchkeeper.indices.isWriteIndexLabel', {
      defaultMessage: 'Written through this index',
    });
  }
  return isWritten === false
    ? i18n.translate('watchkeeper.indices.isNoWriteIndexLabel', { defaultMessage: 'Read only' })
    : '–';
};

const routingText = ({ index_routing: index, search_routing: search }: AliasBody): string =>
  index === search ? (index ?? '–') : `${index ?? '–'} / ${search ?? '–'}`;

const columnsFor = (
  mayWrite: boolean,
  edit: (alias: NamedAlias) => void,
  remove: (alias: NamedAlias) => void
): Array<EuiBasicTableColumn<NamedAlias>> => [
  {
    field: 'name',
    name: i18n.translate('watchkeeper.indices.aliasColumn', { defaultMessage: 'Alias' }),
    render: (name: string) => <span className="eui-textBreakWord">{name}</span>,
  },
  {
    name: i18n.translate('watchkeeper.indices.writeIndexColumn', { defaultMessage: 'Writing' }),
    render: ({ body }: NamedAlias) => writeText(body),
  },
  {
    name: i18n.translate('watchkeeper.indices.aliasFilterColumn', { defaultMessage: 'Filter' }),
    render: ({ body: { filter } }: NamedAlias) =>
      filter ? <EuiCode className="eui-textBreakWord">{JSON.stringify(filter)}</EuiCode> : '–',
  },
  {
    name: i18n.translate('watchkeeper.indices.aliasRoutingColumn', { defaultMessage: 'Routing' }),
    render: ({ body }: NamedAlias) => routingText(body),
  },
  ...(mayWrite
    ? [
        {
          name: '',
          width: '80px',
          align: 'right' as const,
          render: (alias: NamedAlias) => (
            <span style={{ whiteSpace: 'nowrap' }}>
              <EuiSmallButtonIcon
                iconType="pencil"
                onClick={() => edit(alias)}
                aria-label={i18n.translate('watchkeeper.indices.editAliasAriaLabel', {
                  defaultMessage: 'Change the alias {name}',
                  values: { name: alias.name },
                })}
                data-test-subj="editAlias"
              />
              <EuiSmallButtonIcon
                iconType="trash"
                color="danger"
                onClick={() => remove(alias)}
                aria-label={i18n.translate('watchkeeper.indices.removeAliasAriaLabel', {
                  defaultMessage: 'Remove the alias {name}',
                  values: { name: alias.name },
                })}
                data-test-subj="removeAlias"
              />
            </span>
          ),
        },
      ]
    : []),
];

const useRemove = (index: string, send: ReturnType<typeof useEdit>['send']) => {
  const confirm = useConfirm();
  return async ({ name, body }: NamedAlias): Promise<void> => {
    const isSure = await confirm({
      title: i18n.translate('watchkeeper.indices.removeAliasTitle', {
        defaultMessage: 'Remove the alias {name} from this index?',
        values: { name },
      }),
      text: i18n.translate('watchkeeper.indices.removeAliasText', {
        defaultMessage: 'Who reads or writes through it no longer meets this index. It is:',
      }),
      items: [index],
      confirmLabel: i18n.translate('watchkeeper.indices.removeAliasButtonLabel', {
        defaultMessage: 'Remove',
      }),
      danger: true,
    });
    if (!isSure) return;
    const done = i18n.translate('watchkeeper.indices.aliasRemovedText', {
      defaultMessage: 'The alias {name} is removed',
      values: { name },
    });
    await send({ edit: 'remove_alias', alias: name, seen: { ...body } }, done);
  };
};

/** The aliases of an index: given, changed and taken. */
export const AliasesTab: React.FC<{ detail: IndexDetail; reload: () => Promise<unknown> }> = ({
  detail: { row, aliases },
  reload,
}) => {
  const [open, setOpen] = useState<NamedAlias | 'new'>();
  const mayWrite = useMay('write');
  const editing = useEdit(row.name);
  const remove = useRemove(row.name, editing.send);
  const items = Object.entries(aliases).map(([name, body]): NamedAlias => ({ name, body }));
  return (
    <div data-test-subj="indexAliases">
      {open === undefined && (
        <EditError
          error={editing.error}
          onReload={() => {
            editing.forget();
            void reload();
          }}
        />
      )}
      {mayWrite && open === undefined && (
        <>
          <EuiSmallButton onClick={() => setOpen('new')} data-test-subj="addAlias">
            {i18n.translate('watchkeeper.indices.addAliasButtonLabel', {
              defaultMessage: 'Add alias',
            })}
          </EuiSmallButton>
          <EuiSpacer size="s" />
        </>
      )}
      {open !== undefined && (
        <AliasForm
          key={open === 'new' ? '' : open.name}
          index={row.name}
          alias={open === 'new' ? undefined : open}
          reload={reload}
          onClose={() => setOpen(undefined)}
        />
      )}
      <EuiBasicTable<NamedAlias>
        items={items}
        columns={columnsFor(mayWrite, setOpen, (alias) => void remove(alias))}
        noItemsMessage={i18n.translate('watchkeeper.indices.noAliasesText', {
          defaultMessage: 'None',
        })}
        tableCaption={i18n.translate('watchkeeper.indices.aliasesTitle', {
          defaultMessage: 'Aliases',
        })}
      />
    </div>
  );
};
