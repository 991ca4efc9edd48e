import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSwitch, EuiPanel, EuiSmallButton } from '@elastic/eui';
import type { AliasRow, AliasesAnswer } from '../../../common/indices/aliases/api';
import { isWriteAlias } from '../../../common/indices/aliases/alias_rows';
import { appPaths } from '../../shared/app_paths';
import { useGoTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { EmptyState } from '../../shared/states';
import { Unanswered } from '../../shared/unanswered';
import { useUrlState } from '../../shared/url_state';
import { Gaps, IndicesFrame } from '../indices_frame';
import { NamedDeleteDialog } from '../../shared/named_delete_dialog';
import { UrlTable } from '../parts/url_table';
import { aliasColumns } from './alias_columns';
import { AliasFlyout } from './alias_flyout';
import { useAliases, useDeleteAlias } from './alias_queries';

const DEFAULTS = {
  ...{ search: '', sort: 'name', order: 'asc', page: 1, per_page: 20 },
  ...{ hidden: false, edit: '', create: false },
};

const isShown = ({ name, is_hidden: hidden }: AliasRow): boolean =>
  !hidden && !name.startsWith('.');

const DeleteAlias: React.FC<{ row: AliasRow; onClose: () => void }> = ({
  row: { name, members, write_index: writeIndex },
  onClose,
}) => {
  const remove = useDeleteAlias();
  const isWritten = isWriteAlias(members);
  return (
    <NamedDeleteDialog
      title={i18n.translate('watchkeeper.aliases.deleteTitle', {
        defaultMessage: 'Delete the alias “{name}”?',
        values: { name },
      })}
      {...(isWritten ? { word: name } : {})}
      onDelete={(typed) => remove(name, typed)}
      onClose={onClose}
    >
      {isWritten && (
        <p>
          {i18n.translate('watchkeeper.aliases.writtenThroughText', {
            defaultMessage:
              '{index} is written through it: whoever writes to {name} then fails, or makes an index of that name. Policies that roll it over fail too.',
            values: { index: writeIndex ?? '', name },
          })}
        </p>
      )}
      <p>
        {i18n.translate('watchkeeper.aliases.deleteText', {
          defaultMessage: 'It is taken off these indices. Their documents stay.',
        })}
      </p>
      <ul>
        {members.slice(0, 20).map(({ index }) => (
          <li key={index}>{index}</li>
        ))}
        {members.length > 20 && (
          <li>
            {i18n.translate('watchkeeper.aliases.deleteMoreText', {
              defaultMessage: 'and {count} more',
              values: { count: members.length - 20 },
            })}
          </li>
        )}
      </ul>
    </NamedDeleteDialog>
  );
};

const Aliases: React.FC<{ all: AliasesAnswer }> = ({ all }) => {
  const [state, change] = useUrlState(DEFAULTS);
  const [deleted, setDeleted] = useState<AliasRow>();
  const goTo = useGoTo();
  const mayWrite = useMay('write');
  // Whoever comes from a link to a hidden one wants to see it.
  const shown =
    state.hidden || state.search.startsWith('.') ? all.aliases : all.aliases.filter(isShown);
  const edited = all.aliases.find(({ name }) => name === state.edit);
  return (
    <>
      <EuiPanel>
        {shown.length === 0 && state.search === '' && !state.hidden ? (
          <EmptyState
            iconType="link"
            title={i18n.translate('watchkeeper.aliases.emptyTitle', {
              defaultMessage: 'There is no alias yet',
            })}
            body={
              <p>
                {i18n.translate('watchkeeper.aliases.emptyText', {
                  defaultMessage:
                    'An alias is another name for one or more indices. What is written through it goes to one of them; policies roll it over to a new one.',
                })}
              </p>
            }
          />
        ) : (
          <UrlTable<AliasRow>
            rows={shown}
            keyField="name"
            columns={aliasColumns({
              mayWrite,
              onOpen: ({ name }) => change({ edit: name }),
              onRollOver: ({ name }) => goTo(appPaths.beginIndexTask('rollover', [name])),
              onDelete: setDeleted,
            })}
            textsOf={({ name, members, data_streams: streams }) => [
              name,
              ...members.map(({ index }) => index),
              ...streams,
            ]}
            state={state}
            onChange={change}
            searchLabel={i18n.translate('watchkeeper.aliases.searchLabel', {
              defaultMessage: 'Search by alias, index or data stream',
            })}
            caption={i18n.translate('watchkeeper.aliases.caption', {
              defaultMessage: 'Aliases with their indices',
            })}
            filters={
              <EuiCompressedSwitch
                label={i18n.translate('watchkeeper.aliases.hiddenOnesLabel', {
                  defaultMessage: 'Hidden ones too',
                })}
                checked={state.hidden}
                onChange={(event) => change({ hidden: event.target.checked, page: 1 })}
                data-test-subj="hiddenAliases"
              />
            }
            testSubj="aliasesTable"
          />
        )}
      </EuiPanel>
      {edited && (
        <AliasFlyout
          key={edited.name}
          row={edited}
          indices={all.indices}
          onClose={() => change({ edit: '' })}
        />
      )}
      {state.create && !edited && (
        <AliasFlyout indices={all.indices} onClose={() => change({ create: false })} />
      )}
      {deleted && <DeleteAlias row={deleted} onClose={() => setDeleted(undefined)} />}
    </>
  );
};

const CreateButton: React.FC = () => {
  const [, change] = useUrlState(DEFAULTS);
  return (
    <EuiSmallButton
      fill
      iconType="plusInCircle"
      onClick={() => change({ create: true, edit: '' })}
      data-test-subj="createAlias"
    >
      {i18n.translate('watchkeeper.aliases.createTitle', { defaultMessage: 'Create alias' })}
    </EuiSmallButton>
  );
};

/** All aliases, and what they are on which index. */
export const AliasesPage: React.FC = () => {
  const query = useAliases();
  const { data } = query;
  const mayWrite = useMay('write');
  return (
    <IndicesFrame current="aliases" actions={mayWrite ? [<CreateButton key="create" />] : []}>
      <Unanswered
        query={query}
        errorTitle={i18n.translate('watchkeeper.aliases.loadErrorTitle', {
          defaultMessage: 'The aliases could not be read',
        })}
      />
      {data && <Gaps gaps={data.gaps} />}
      {data && <Aliases all={data} />}
    </IndicesFrame>
  );
};
