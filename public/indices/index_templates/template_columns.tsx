import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { TemplateRow } from '../../../common/indices/index_templates/api';
import { appPaths } from '../../shared/app_paths';
import type { AppPath } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { formatCount } from '../../shared/numbers';
import { Names } from '../parts/names';
import { actionsColumn } from '../parts/row_actions';
import type { RowActions } from '../parts/row_actions';

export const templatePath = ({ name, kind }: Pick<TemplateRow, 'name' | 'kind'>): AppPath =>
  kind === 'legacy' ? appPaths.legacyTemplate(name) : appPaths.indexTemplate(name);

export const legacyLabel = (): string =>
  i18n.translate('watchkeeper.indexTemplates.legacyLabel', { defaultMessage: 'legacy' });

const streamsText = ({ data_stream: makes, used_by: streams }: TemplateRow): string => {
  if (!makes) return '–';
  return streams.length === 0
    ? i18n.translate('watchkeeper.indexTemplates.noStreamYetLabel', {
        defaultMessage: 'yes, none yet',
      })
    : i18n.translate('watchkeeper.indexTemplates.streamsLabel', {
        defaultMessage: 'yes: {names}',
        values: {
          names: `${streams.slice(0, 2).join(', ')}${streams.length > 2 ? ` +${formatCount(streams.length - 2)}` : ''}`,
        },
      });
};

export const templateColumns = (
  actions: RowActions<TemplateRow>
): Array<EuiBasicTableColumn<TemplateRow>> => [
  {
    field: 'name',
    name: i18n.translate('watchkeeper.indexTemplates.nameColumn', { defaultMessage: 'Name' }),
    sortable: true,
    render: (name: string, row: TemplateRow) => (
      <span className="eui-textBreakWord">
        <PageLink to={templatePath(row)} data-test-subj="templateLink">
          {name}
        </PageLink>{' '}
        {row.kind === 'legacy' && <EuiBadge color="hollow">{legacyLabel()}</EuiBadge>}
      </span>
    ),
  },
  {
    field: 'index_patterns',
    name: i18n.translate('watchkeeper.indexTemplates.patternsColumn', {
      defaultMessage: 'Index patterns',
    }),
    sortable: true,
    render: (patterns: string[]) => <Names names={patterns} />,
  },
  {
    field: 'priority',
    name: i18n.translate('watchkeeper.indexTemplates.priorityColumn', {
      defaultMessage: 'Priority',
    }),
    sortable: true,
    align: 'right',
    width: '90px',
    render: (priority: number) => formatCount(priority),
  },
  {
    field: 'composed_of',
    name: i18n.translate('watchkeeper.indexTemplates.composedColumn', {
      defaultMessage: 'Composed of',
    }),
    sortable: true,
    render: (names: string[]) => <Names names={names} />,
  },
  {
    field: 'data_stream',
    name: i18n.translate('watchkeeper.indexTemplates.streamColumn', {
      defaultMessage: 'Data streams',
    }),
    sortable: true,
    render: (_: boolean, row: TemplateRow) => (
      <span className="eui-textBreakWord">{streamsText(row)}</span>
    ),
  },
  {
    field: 'version',
    name: i18n.translate('watchkeeper.indexTemplates.versionColumn', { defaultMessage: 'Version' }),
    sortable: true,
    align: 'right',
    width: '90px',
    render: (version: number | undefined) => (version === undefined ? '–' : String(version)),
  },
  actionsColumn('Template', actions),
];
