import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiAccordion, EuiBasicTable, EuiCodeBlock, EuiSpacer, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { APIS } from '../../../common/monitors/cluster_metrics/apis';
import type { DocQuery } from '../../../common/monitors/input';
import type {
  ClusterMetricsMonitor,
  CompositeMonitor,
  DocLevelMonitor,
  Monitor,
} from '../../../common/monitors/monitor';
import { appPaths } from '../../shared/app_paths';
import { CodeEditor } from '../../shared/code_editor';
import { PageLink } from '../../shared/links';
import { nameOf, useOtherMonitors } from '../editor/inputs/other_monitors';
import { Tags } from '../tags';

const queryLabel = (): string =>
  i18n.translate('watchkeeper.monitor.queryLabel', { defaultMessage: 'Query' });

const SearchSummary: React.FC<{ query: string }> = ({ query }) => (
  <EuiAccordion id="monitorQuery" buttonContent={queryLabel()}>
    <EuiSpacer size="s" />
    <CodeEditor
      value={query}
      language="json"
      readOnly
      ariaLabel={queryLabel()}
      maxHeight="400px"
      data-test-subj="monitorQuery"
    />
  </EuiAccordion>
);

const docColumns = (): Array<EuiBasicTableColumn<DocQuery>> => [
  {
    field: 'name',
    name: i18n.translate('watchkeeper.monitor.docQueryNameColumn', { defaultMessage: 'Name' }),
    width: '20%',
  },
  {
    field: 'query',
    name: queryLabel(),
    render: (query: string) => <code className="eui-textBreakWord">{query}</code>,
  },
  {
    field: 'fields',
    name: i18n.translate('watchkeeper.monitor.docQueryFieldsColumn', { defaultMessage: 'Fields' }),
    width: '20%',
    render: (fields: string[]) => (fields.length === 0 ? '–' : fields.join(', ')),
  },
  {
    field: 'tags',
    name: i18n.translate('watchkeeper.monitor.docQueryTagsColumn', { defaultMessage: 'Tags' }),
    width: '20%',
    render: (tags: string[]) => (tags.length === 0 ? '–' : <Tags tags={tags} />),
  },
];

const DocSummary: React.FC<{ monitor: DocLevelMonitor }> = ({ monitor }) => {
  const [{ doc_level_input: input }] = monitor.inputs;
  return (
    <>
      {input.description !== '' && <EuiText size="s">{input.description}</EuiText>}
      {monitor.should_create_single_alert_for_findings && (
        <EuiText size="s">
          {i18n.translate('watchkeeper.monitor.singleAlertText', {
            defaultMessage: 'One alert a trigger, however many documents match.',
          })}
        </EuiText>
      )}
      <EuiBasicTable<DocQuery>
        items={input.queries}
        itemId="id"
        columns={docColumns()}
        tableCaption={i18n.translate('watchkeeper.monitor.docQueriesCaption', {
          defaultMessage: 'Queries that documents are held against',
        })}
        data-test-subj="docQueriesTable"
      />
    </>
  );
};

const ClusterSummary: React.FC<{ monitor: ClusterMetricsMonitor }> = ({ monitor }) => {
  const [{ uri }] = monitor.inputs;
  const { path } = APIS[uri.api_type];
  return (
    <EuiCodeBlock paddingSize="s" fontSize="s" isCopyable data-test-subj="clusterCall">
      {`GET ${path}${uri.path_params === '' ? '' : `/${uri.path_params}`}`}
    </EuiCodeBlock>
  );
};

const CompositeSummary: React.FC<{ monitor: CompositeMonitor }> = ({ monitor }) => {
  const { monitors } = useOtherMonitors('');
  const [{ composite_input: input }] = monitor.inputs;
  return (
    <EuiText size="s" data-test-subj="delegates">
      <h4>
        {i18n.translate('watchkeeper.monitor.delegatesLabel', {
          defaultMessage: 'Combines the alerts of',
        })}
      </h4>
      <ul>
        {input.sequence.delegates.map(({ monitor_id: id }) => (
          <li key={id}>
            <PageLink to={appPaths.monitor(id)}>{nameOf(monitors, id) ?? id}</PageLink>
          </li>
        ))}
      </ul>
    </EuiText>
  );
};

/** What a monitor asks, of every type. */
export const InputSummary: React.FC<{ monitor: Monitor }> = ({ monitor }) => {
  switch (monitor.monitor_type) {
    case 'query_level_monitor':
    case 'bucket_level_monitor':
      return <SearchSummary query={monitor.inputs[0].search.query} />;
    case 'doc_level_monitor':
      return <DocSummary monitor={monitor} />;
    case 'cluster_metrics_monitor':
      return <ClusterSummary monitor={monitor} />;
    case 'heartbeat_monitor':
      return null;
    case 'composite_monitor':
      return <CompositeSummary monitor={monitor} />;
    case 'ppl_monitor':
      return (
        <EuiCodeBlock paddingSize="s" fontSize="s" isCopyable data-test-subj="pplQuery">
          {monitor.inputs[0].ppl_input.query}
        </EuiCodeBlock>
      );
  }
};
