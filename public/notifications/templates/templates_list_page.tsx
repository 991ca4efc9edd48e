import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBasicTable,
  EuiCode,
  EuiPanel,
  EuiSmallButtonIcon,
  EuiSpacer,
  EuiText,
  EuiToolTip,
} from '@elastic/eui';
import type { CriteriaWithPagination, EuiBasicTableColumn } from '@elastic/eui';
import type { TemplateRecord } from '../../../common/notifications/shared_templates_api';
import { appPaths } from '../../shared/app_paths';
import { CreateButton } from '../../shared/create_button';
import { PageLink } from '../../shared/links';
import { PageFrame } from '../../shared/page_frame';
import { useMay } from '../../shared/plugin_status';
import { SearchField } from '../../shared/search_field';
import { EmptyState } from '../../shared/states';
import { Timestamp } from '../../shared/time';
import { Unanswered } from '../../shared/unanswered';
import { useUrlState } from '../../shared/url_state';
import { RoomTabs } from '../room_tabs';
import { useTemplates } from './template_queries';
import { TemplateUsers } from './template_users';
import { useRemoveTemplate } from './use_delete_template';
import { templatesTitle } from './words';

const DEFAULTS = { search: '', order: 'asc', page: 1, per_page: 20 };
const PAGE_SIZES = [10, 20, 50, 100];

const CreateTemplate: React.FC = () => (
  <CreateButton
    to={appPaths.createTemplate()}
    label={i18n.translate('watchkeeper.templates.createButtonLabel', {
      defaultMessage: 'Create template',
    })}
    mark="createTemplate"
  />
);

const NoTemplates: React.FC = () => (
  <EmptyState
    iconType="documentEdit"
    title={i18n.translate('watchkeeper.templates.emptyTitle', {
      defaultMessage: 'There are no message templates yet',
    })}
    body={
      <p>
        {i18n.translate('watchkeeper.templates.emptyText', {
          defaultMessage:
            'A template is a text that several messages share, such as a footer with the duty phone. Write it once, and name it in the subject or message of any monitor as {tag}.',
          values: { tag: '{{> name}}' },
        })}
      </p>
    }
    action={<CreateTemplate />}
  />
);

const DeleteButton: React.FC<{ record: TemplateRecord }> = ({ record }) => {
  const mayWrite = useMay('write');
  const remove = useRemoveTemplate();
  const isUsed = record.used_by.length > 0;
  const { name } = record.template;
  const label = i18n.translate('watchkeeper.templates.deleteAriaLabel', {
    defaultMessage: 'Delete {name}',
    values: { name },
  });
  const usedText = i18n.translate('watchkeeper.templates.cannotDeleteTooltip', {
    defaultMessage: 'It is named elsewhere: take it out there first.',
  });
  return (
    <EuiToolTip content={isUsed ? usedText : label}>
      <EuiSmallButtonIcon
        iconType="trash"
        color="danger"
        aria-label={label}
        isDisabled={!mayWrite || isUsed}
        onClick={() => void remove(record)}
        data-test-subj="deleteTemplate"
      />
    </EuiToolTip>
  );
};

const columns = (): Array<EuiBasicTableColumn<TemplateRecord>> => [
  {
    field: 'template.name',
    name: i18n.translate('watchkeeper.templates.nameColumn', { defaultMessage: 'Name' }),
    sortable: true,
    render: (_name: string, { id, template: { name, description } }: TemplateRecord) => (
      <div className="eui-textBreakWord">
        <PageLink to={appPaths.template(id)}>{name}</PageLink>
        {description && (
          <EuiText size="xs" color="subdued">
            {description}
          </EuiText>
        )}
      </div>
    ),
  },
  {
    name: i18n.translate('watchkeeper.templates.tagColumn', { defaultMessage: 'Written as' }),
    render: ({ template: { name } }: TemplateRecord) => <EuiCode>{`{{> ${name}}}`}</EuiCode>,
  },
  {
    name: i18n.translate('watchkeeper.templates.usedColumn', { defaultMessage: 'Used' }),
    render: ({ used_by: users }: TemplateRecord) => <TemplateUsers users={users} />,
  },
  {
    name: i18n.translate('watchkeeper.templates.changedColumn', { defaultMessage: 'Changed' }),
    width: '190px',
    render: ({ updated_at: at }: TemplateRecord) => <Timestamp value={Date.parse(at)} />,
  },
  {
    name: i18n.translate('watchkeeper.templates.actionsColumn', { defaultMessage: 'Actions' }),
    width: '80px',
    render: (record: TemplateRecord) => <DeleteButton record={record} />,
  },
];

const TemplatesTable: React.FC = () => {
  const [state, change] = useUrlState(DEFAULTS);
  const query = useTemplates(state);
  if (!query.data) {
    return (
      <Unanswered
        query={query}
        errorTitle={i18n.translate('watchkeeper.templates.loadErrorTitle', {
          defaultMessage: 'The message templates could not be loaded',
        })}
      />
    );
  }
  if (query.data.total === 0 && state.search === '') return <NoTemplates />;
  return (
    <>
      <SearchField
        value={state.search}
        onChange={(search) => change({ search, page: 1 })}
        label={i18n.translate('watchkeeper.templates.searchLabel', {
          defaultMessage: 'Search by name or description',
        })}
        data-test-subj="templatesSearch"
      />
      <EuiSpacer size="m" />
      <EuiBasicTable<TemplateRecord>
        items={query.data.items}
        itemId="id"
        columns={columns()}
        sorting={{
          sort: {
            field: 'template.name' as keyof TemplateRecord,
            direction: state.order === 'desc' ? 'desc' : 'asc',
          },
        }}
        pagination={{
          pageIndex: state.page - 1,
          pageSize: state.per_page,
          totalItemCount: query.data.total,
          pageSizeOptions: PAGE_SIZES,
        }}
        onChange={({ page, sort }: CriteriaWithPagination<TemplateRecord>) =>
          change({
            page: page.index + 1,
            per_page: page.size,
            ...(sort ? { order: sort.direction } : {}),
          })
        }
        noItemsMessage={i18n.translate('watchkeeper.templates.noMatchText', {
          defaultMessage: 'No template matches the search.',
        })}
        tableCaption={i18n.translate('watchkeeper.templates.tableCaption', {
          defaultMessage: 'Message templates and what names them',
        })}
        data-test-subj="templatesTable"
      />
    </>
  );
};

/** The texts that messages share. */
export const TemplatesListPage: React.FC = () => (
  <PageFrame
    title={templatesTitle()}
    crumbs={[{ text: templatesTitle() }]}
    actions={[<CreateTemplate key="create" />]}
  >
    <RoomTabs current="templates" />
    <EuiPanel>
      <TemplatesTable />
    </EuiPanel>
  </PageFrame>
);
