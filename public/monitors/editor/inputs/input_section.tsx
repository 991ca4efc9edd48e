import React from 'react';
import type { ReactElement } from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import type { MonitorType } from '../../../../common/monitors/monitor';
import { useEditor } from '../editor_model';
import { DryRunResult } from '../run/dry_run_result';
import { RunButton } from '../run/run_button';
import { RunResult } from '../run/run_result';
import { Section } from '../section';
import { ClusterMetricsFields } from './cluster_metrics_input';
import { CompositeFields } from './composite_input';
import { DocLevelFields } from './doc_level_input';
import { HeartbeatFields } from './heartbeat_input';
import { PplFields } from './ppl_input';
import { SearchInputFields } from './search_input';

/** Side by side, unless that leaves too little for either. */
const HALF = { minWidth: 0, flexBasis: 380 };

/** Above it are the counts and the chart. */
const RESULT_HEIGHT = '260px';
const DRY_RESULT_HEIGHT = '380px';

const titleOf = (type: MonitorType): string => {
  switch (type) {
    case 'doc_level_monitor':
      return i18n.translate('watchkeeper.editor.docInputTitle', { defaultMessage: 'Queries' });
    case 'cluster_metrics_monitor':
      return i18n.translate('watchkeeper.editor.clusterInputTitle', {
        defaultMessage: 'Question to the cluster',
      });
    case 'heartbeat_monitor':
      return i18n.translate('watchkeeper.editor.heartbeatInputTitle', {
        defaultMessage: 'Pings',
      });
    case 'composite_monitor':
      return i18n.translate('watchkeeper.editor.compositeInputTitle', {
        defaultMessage: 'Monitors',
      });
    default:
      return i18n.translate('watchkeeper.editor.queryTitle', { defaultMessage: 'Query' });
  }
};

const descriptionOf = (type: MonitorType): string => {
  switch (type) {
    case 'query_level_monitor':
    case 'bucket_level_monitor':
      return i18n.translate('watchkeeper.editor.queryDescription', {
        defaultMessage:
          'Which documents a run looks at, and what it works out. In the query DSL {start} and {end} become its period, in epoch milliseconds.',
        values: { start: '{{period_start}}', end: '{{period_end}}' },
      });
    case 'doc_level_monitor':
      return i18n.translate('watchkeeper.editor.docInputDescription', {
        defaultMessage: 'Each document that came in since the last run is held against each query.',
      });
    case 'cluster_metrics_monitor':
      return i18n.translate('watchkeeper.editor.clusterInputDescription', {
        defaultMessage: 'One of the calls that only read. Its answer is {results} in conditions.',
        values: { results: 'ctx.results[0]' },
      });
    case 'composite_monitor':
      return i18n.translate('watchkeeper.editor.compositeInputDescription', {
        defaultMessage: 'They are run together. One that fails does not stop the others.',
      });
    case 'ppl_monitor':
      return i18n.translate('watchkeeper.editor.pplInputDescription', {
        defaultMessage:
          'In the Piped Processing Language of the SQL plugin. The period is yours to name: a monitor in PPL gets none.',
      });
    case 'heartbeat_monitor':
      return i18n.translate('watchkeeper.editor.heartbeatInputDescription', {
        defaultMessage:
          'Who is watched calls a URL. When no ping comes for the period and the grace, it is missing.',
      });
  }
};

const fieldsOf = (type: MonitorType): ReactElement => {
  switch (type) {
    case 'doc_level_monitor':
      return <DocLevelFields />;
    case 'cluster_metrics_monitor':
      return <ClusterMetricsFields />;
    case 'composite_monitor':
      return <CompositeFields />;
    case 'ppl_monitor':
      return <PplFields />;
    case 'heartbeat_monitor':
      return <HeartbeatFields />;
    default:
      return <SearchInputFields />;
  }
};

/** What the monitor asks, and beside it what comes of it. */
export const InputSection: React.FC = () => {
  const {
    draft: { monitor_type: type },
  } = useEditor();
  return (
    <Section
      id="query"
      title={titleOf(type)}
      description={descriptionOf(type)}
      actions={<RunButton />}
    >
      <EuiFlexGroup gutterSize="m" responsive={false} wrap>
        <EuiFlexItem style={HALF}>
          <div>{fieldsOf(type)}</div>
        </EuiFlexItem>
        <EuiFlexItem style={HALF}>
          <div>
            {type === 'query_level_monitor' ? (
              <RunResult height={RESULT_HEIGHT} />
            ) : (
              <DryRunResult height={DRY_RESULT_HEIGHT} />
            )}
          </div>
        </EuiFlexItem>
      </EuiFlexGroup>
    </Section>
  );
};
