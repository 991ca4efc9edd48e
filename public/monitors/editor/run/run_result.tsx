import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiEmptyPrompt,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLoadingContent,
  EuiSpacer,
  EuiTab,
  EuiTabs,
  EuiText,
} from '@elastic/eui';
import { useTime } from '../../../shared/time';
import { AnswerChart } from '../../charts/answer_chart';
import { formatCount } from '../../words';
import { DocumentsTable } from '../documents_table';
import { useEditor } from '../editor_model';
import { indented } from '../json_layout';
import type { DoneRun } from '../query_run';
import { ReadOnlyJson } from './read_only_json';
import { RunRefusal } from './run_refusal';
import { StaleBadge } from './stale_badge';

type TabId = 'documents' | 'response' | 'query';

const TABS: readonly TabId[] = ['documents', 'response', 'query'];

const tabLabel = (tab: TabId): string => {
  switch (tab) {
    case 'documents':
      return i18n.translate('watchkeeper.editor.documentsTab', { defaultMessage: 'Documents' });
    case 'response':
      return i18n.translate('watchkeeper.editor.responseTab', { defaultMessage: 'Response' });
    case 'query':
      return i18n.translate('watchkeeper.editor.renderedQueryTab', {
        defaultMessage: 'Query as sent',
      });
  }
};

const Summary: React.FC<{ done: DoneRun; stale: boolean }> = ({ done: { answer }, stale }) => {
  const { format } = useTime();
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiText size="s">
          <strong data-test-subj="runHits">
            {i18n.translate('watchkeeper.editor.hitsText', {
              defaultMessage: '{count, plural, one {# hit} other {# hits}}',
              values: { count: answer.hits },
            })}
          </strong>{' '}
          {i18n.translate('watchkeeper.editor.tookText', {
            defaultMessage: 'in {took} ms, from {start} to {end}',
            values: {
              took: formatCount(answer.took),
              start: format(answer.window.start),
              end: format(answer.window.end),
            },
          })}
        </EuiText>
      </EuiFlexItem>
      {stale && (
        <EuiFlexItem grow={false}>
          <StaleBadge />
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
};

const Notice: React.FC<{ color: 'danger' | 'warning'; text: string }> = ({ color, text }) => (
  <>
    <EuiCallOut size="s" color={color} iconType="alert" title={text} />
    <EuiSpacer size="s" />
  </>
);

const Answer: React.FC<{ done: DoneRun; stale: boolean; height: string }> = ({
  done,
  stale,
  height,
}) => {
  const [tab, setTab] = useState<TabId>('documents');
  const { answer } = done;
  return (
    <>
      <Summary done={done} stale={stale} />
      {answer.problem && <Notice color="danger" text={answer.problem.message} />}
      <EuiSpacer size="xs" />
      <AnswerChart done={done} />
      <EuiTabs size="s">
        {TABS.map((id) => (
          <EuiTab key={id} isSelected={tab === id} onClick={() => setTab(id)}>
            {tabLabel(id)}
          </EuiTab>
        ))}
      </EuiTabs>
      <EuiSpacer size="s" />
      {tab === 'documents' && <DocumentsTable response={done.response} height={height} />}
      {tab === 'response' && (
        <ReadOnlyJson
          text={indented(answer.response)}
          label={tabLabel('response')}
          height={height}
          id="runResponse"
        />
      )}
      {tab === 'query' && (
        <ReadOnlyJson
          text={indented(answer.rendered_query)}
          label={tabLabel('query')}
          height={height}
          id="renderedQuery"
        />
      )}
    </>
  );
};

/** What the last Run brought: counts, documents, the raw answer and the query as it was sent. */
export const RunResult: React.FC<{ height: string }> = ({ height }) => {
  const {
    runner: { running, done, error, stale },
  } = useEditor();
  if (error) return <RunRefusal error={error} />;
  if (done) return <Answer done={done} stale={stale} height={height} />;
  if (running) return <EuiLoadingContent lines={8} />;
  return (
    <EuiEmptyPrompt
      titleSize="xs"
      iconType="play"
      title={
        <h3>
          {i18n.translate('watchkeeper.editor.notRunTitle', {
            defaultMessage: 'Run the query to see what it finds',
          })}
        </h3>
      }
      body={
        <p>
          {i18n.translate('watchkeeper.editor.notRunText', {
            defaultMessage:
              'Conditions and messages below are then worked out against the result as you type.',
          })}
        </p>
      }
    />
  );
};
