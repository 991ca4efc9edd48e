import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCode, EuiSpacer, EuiText } from '@elastic/eui';
import { APIS } from '../../../../common/monitors/cluster_metrics/apis';
import { API_TYPES } from '../../../../common/monitors/input';
import type { ApiType, UriInput } from '../../../../common/monitors/input';
import { setUri } from '../changes';
import { useEditor } from '../editor_model';
import { ChoiceField, TextField } from '../fields/text_fields';
import { WordsField } from '../fields/words_field';

const FIELD = 'inputs.0.uri';

/** What the call tells, for those who do not know it by its path. */
const apiText = (type: ApiType): string => {
  switch (type) {
    case 'CLUSTER_HEALTH':
      return i18n.translate('watchkeeper.editor.apiHealthText', {
        defaultMessage: 'Cluster health',
      });
    case 'CLUSTER_STATS':
      return i18n.translate('watchkeeper.editor.apiStatsText', {
        defaultMessage: 'Cluster statistics',
      });
    case 'CLUSTER_SETTINGS':
      return i18n.translate('watchkeeper.editor.apiSettingsText', {
        defaultMessage: 'Cluster settings',
      });
    case 'NODES_STATS':
      return i18n.translate('watchkeeper.editor.apiNodesText', {
        defaultMessage: 'Statistics of nodes',
      });
    case 'CAT_INDICES':
      return i18n.translate('watchkeeper.editor.apiIndicesText', {
        defaultMessage: 'List of indices',
      });
    case 'CAT_PENDING_TASKS':
      return i18n.translate('watchkeeper.editor.apiPendingText', {
        defaultMessage: 'List of pending tasks',
      });
    case 'CAT_RECOVERY':
      return i18n.translate('watchkeeper.editor.apiRecoveryText', {
        defaultMessage: 'List of shard recoveries',
      });
    case 'CAT_SHARDS':
      return i18n.translate('watchkeeper.editor.apiShardsText', {
        defaultMessage: 'List of shards',
      });
    case 'CAT_SNAPSHOTS':
      return i18n.translate('watchkeeper.editor.apiSnapshotsText', {
        defaultMessage: 'List of snapshots',
      });
    case 'CAT_TASKS':
      return i18n.translate('watchkeeper.editor.apiTasksText', { defaultMessage: 'List of tasks' });
  }
};

const options = () =>
  API_TYPES.map((value) => ({ value, text: `${apiText(value)} (${APIS[value].path})` }));

const paramsHelp = (type: ApiType): string => {
  const { params, names = '' } = APIS[type];
  switch (params) {
    case 'none':
      return i18n.translate('watchkeeper.editor.noPathParamsHelpText', {
        defaultMessage: 'This call takes none.',
      });
    case 'required':
      return i18n.translate('watchkeeper.editor.pathParamsRequiredHelpText', {
        defaultMessage: 'Required: {names}.',
        values: { names },
      });
    case 'optional':
      return i18n.translate('watchkeeper.editor.pathParamsHelpText', {
        defaultMessage: 'Optional: {names}.',
        values: { names },
      });
  }
};

type Uri = UriInput['uri'];

/** Path and URL that another call was named by are gone with it: the kind of call says all there is to say. */
const withApi = (api_type: ApiType, { path_params: params }: Uri): Partial<Uri> => ({
  api_type,
  path: APIS[api_type].path,
  url: '',
  path_params: APIS[api_type].params === 'none' ? '' : params,
});

/** Which of the read-only calls is made. */
export const ClusterMetricsFields: React.FC = () => {
  const { draft, update } = useEditor();
  if (draft.monitor_type !== 'cluster_metrics_monitor') return null;
  const [{ uri }] = draft.inputs;
  const { api_type: type, path_params: params, url, clusters } = uri;
  return (
    <>
      <ChoiceField
        field={`${FIELD}.api_type`}
        label={i18n.translate('watchkeeper.editor.apiLabel', { defaultMessage: 'Call' })}
        options={options()}
        value={type}
        onChange={(next) => update(setUri(withApi(next, uri)))}
        mark="apiSelect"
      />
      <TextField
        field={`${FIELD}.path_params`}
        label={i18n.translate('watchkeeper.editor.pathParamsLabel', {
          defaultMessage: 'Path parameters',
        })}
        helpText={paramsHelp(type)}
        value={params}
        onChange={(path_params) => update(setUri({ path_params }))}
        mark="pathParamsInput"
      />
      {url !== '' && (
        <TextField
          field={`${FIELD}.url`}
          label={i18n.translate('watchkeeper.editor.urlLabel', { defaultMessage: 'URL' })}
          helpText={i18n.translate('watchkeeper.editor.urlHelpText', {
            defaultMessage:
              'As an older monitor names the call. It is asked of the cluster of this host, whatever host stands here.',
          })}
          value={url}
          onChange={(next) => update(setUri({ url: next }))}
          mark="urlInput"
        />
      )}
      {clusters.length > 0 && (
        <WordsField
          field={`${FIELD}.clusters`}
          label={i18n.translate('watchkeeper.editor.clustersLabel', {
            defaultMessage: 'Remote clusters',
          })}
          helpText={i18n.translate('watchkeeper.editor.clustersHelpText', {
            defaultMessage: 'Of an imported monitor. Only the cluster of this host is asked.',
          })}
          words={clusters}
          onChange={(next) => update(setUri({ clusters: next }))}
          mark="clustersInput"
        />
      )}
      <EuiSpacer size="s" />
      <EuiText size="s" color="subdued">
        <EuiCode>
          GET {APIS[type].path}
          {params === '' ? '' : `/${params}`}
        </EuiCode>
      </EuiText>
    </>
  );
};
