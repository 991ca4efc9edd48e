import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel, EuiSmallButton } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { ComponentPart, ComponentRow } from '../../../common/indices/component_templates/api';
import { appPaths } from '../../shared/app_paths';
import { PageLink, useGoTo, useLinkTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states';
import { useUrlState } from '../../shared/url_state';
import { Gaps, IndicesFrame } from '../indices_frame';
import { Names } from '../parts/names';
import { UrlTable } from '../parts/url_table';
import { useComponents } from './component_queries';
import { DeleteComponent } from './delete_component';

const DEFAULTS = { search: '', sort: 'name', order: 'asc', page: 1, per_page: 20 };

const partLabel = (part: ComponentPart): string => {
  switch (part) {
    case 'settings':
      return i18n.translate('watchkeeper.indexTemplates.settingsTitle', {
        defaultMessage: 'Settings',
      });
    case 'mappings':
      return i18n.translate('watchkeeper.indexTemplates.mappingTitle', {
        defaultMessage: 'Mapping',
      });
    case 'aliases':
      return i18n.translate('watchkeeper.indexTemplates.aliasesTitle', {
        defaultMessage: 'Aliases',
      });
  }
};

interface RowActions {
  mayWrite: boolean;
  onOpen: (row: ComponentRow) => void;
  onClone: (row: ComponentRow) => void;
  onDelete: (row: ComponentRow) => void;
}

const actionsColumn = ({
  mayWrite,
  onOpen,
  onClone,
  onDelete,
}: RowActions): EuiBasicTableColumn<ComponentRow> => ({
  name: i18n.translate('watchkeeper.indexTemplates.actionsColumn', { defaultMessage: 'Actions' }),
  width: '90px',
  actions: [
    {
      name: i18n.translate('watchkeeper.indexTemplates.openLabel', { defaultMessage: 'Open' }),
      description: i18n.translate('watchkeeper.indexTemplates.openText', {
        defaultMessage: 'Open this template',
      }),
      ...{ type: 'icon', icon: 'pencil', isPrimary: true, onClick: onOpen },
      'data-test-subj': 'openComponent',
    },
    {
      name: i18n.translate('watchkeeper.indexTemplates.cloneLabel', { defaultMessage: 'Clone' }),
      description: i18n.translate('watchkeeper.indexTemplates.cloneText', {
        defaultMessage: 'Begin a new template with this one',
      }),
      ...{ type: 'icon', icon: 'copy', onClick: onClone, available: () => mayWrite },
      'data-test-subj': 'cloneComponent',
    },
    {
      name: i18n.translate('watchkeeper.indexTemplates.deleteLabel', { defaultMessage: 'Delete' }),
      description: i18n.translate('watchkeeper.indexTemplates.deleteText', {
        defaultMessage: 'Delete this template',
      }),
      ...{ type: 'icon', icon: 'trash', color: 'danger', onClick: onDelete },
      available: () => mayWrite,
      'data-test-subj': 'deleteComponent',
    },
  ],
});

const columnsFor = (actions: RowActions): Array<EuiBasicTableColumn<ComponentRow>> => [
  {
    field: 'name',
    name: i18n.translate('watchkeeper.indexTemplates.nameColumn', { defaultMessage: 'Name' }),
    sortable: true,
    render: (name: string) => (
      <PageLink
        to={appPaths.componentTemplate(name)}
        className="eui-textBreakWord"
        data-test-subj="componentLink"
      >
        {name}
      </PageLink>
    ),
  },
  {
    field: 'parts',
    name: i18n.translate('watchkeeper.components.partsColumn', { defaultMessage: 'Brings' }),
    sortable: true,
    render: (parts: ComponentPart[]) => <Names names={parts.map(partLabel)} />,
  },
  {
    field: 'used_by',
    name: i18n.translate('watchkeeper.components.usedByColumn', {
      defaultMessage: 'Used by index templates',
    }),
    sortable: true,
    render: (users: string[] | undefined) => (users ? <Names names={users} /> : '?'),
  },
  {
    field: 'description',
    name: i18n.translate('watchkeeper.indexTemplates.descriptionLabel', {
      defaultMessage: 'Description',
    }),
    sortable: true,
  },
  {
    field: 'version',
    name: i18n.translate('watchkeeper.indexTemplates.versionColumn', { defaultMessage: 'Version' }),
    sortable: true,
    align: 'right',
    width: '90px',
    render: (version: number | undefined) => (version === undefined ? '–' : String(version)),
  },
  actionsColumn(actions),
];

const CreateButton: React.FC = () => {
  const linkTo = useLinkTo();
  return (
    <EuiSmallButton
      fill
      iconType="plusInCircle"
      {...linkTo(appPaths.createComponentTemplate())}
      data-test-subj="createComponent"
    >
      {i18n.translate('watchkeeper.components.createLabel', {
        defaultMessage: 'Create component template',
      })}
    </EuiSmallButton>
  );
};

const Components: React.FC<{ rows: readonly ComponentRow[] }> = ({ rows }) => {
  const [state, change] = useUrlState(DEFAULTS);
  const [deleted, setDeleted] = useState<ComponentRow>();
  const goTo = useGoTo();
  const mayWrite = useMay('write');
  return (
    <>
      <UrlTable<ComponentRow>
        rows={rows}
        keyField="name"
        columns={columnsFor({
          mayWrite,
          onOpen: ({ name }) => goTo(appPaths.componentTemplate(name)),
          onClone: ({ name }) => goTo(appPaths.createComponentTemplate({ clone: name })),
          onDelete: setDeleted,
        })}
        textsOf={({ name, description = '', used_by: users = [] }) => [name, description, ...users]}
        state={state}
        onChange={change}
        searchLabel={i18n.translate('watchkeeper.components.searchLabel', {
          defaultMessage: 'Search by name, description or index template',
        })}
        caption={i18n.translate('watchkeeper.components.caption', {
          defaultMessage: 'Component templates with the index templates that use them',
        })}
        testSubj="componentsTable"
      />
      {deleted && <DeleteComponent row={deleted} onClose={() => setDeleted(undefined)} />}
    </>
  );
};

/** All component templates, and who uses them. */
export const ComponentsPage: React.FC = () => {
  const { data, error, isLoading, refetch } = useComponents();
  const mayWrite = useMay('write');
  return (
    <IndicesFrame
      current="component_templates"
      actions={mayWrite ? [<CreateButton key="create" />] : []}
    >
      {data && <Gaps gaps={data.gaps} />}
      <EuiPanel>
        {isLoading && <LoadingState />}
        {!data && error !== null && (
          <ErrorState
            title={i18n.translate('watchkeeper.components.loadErrorTitle', {
              defaultMessage: 'The component templates could not be read',
            })}
            error={error}
            onRetry={() => void refetch()}
          />
        )}
        {data && data.components.length > 0 && <Components rows={data.components} />}
        {data?.components.length === 0 && (
          <EmptyState
            iconType="indexSettings"
            title={i18n.translate('watchkeeper.components.emptyTitle', {
              defaultMessage: 'There is no component template yet',
            })}
            body={
              <p>
                {i18n.translate('watchkeeper.components.emptyText', {
                  defaultMessage:
                    'A component template holds settings, a mapping or aliases that several index templates share.',
                })}
              </p>
            }
            action={mayWrite ? <CreateButton /> : undefined}
          />
        )}
      </EuiPanel>
    </IndicesFrame>
  );
};
