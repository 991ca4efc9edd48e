import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel, EuiSmallButton } from '@elastic/eui';
import { useHistory, useParams } from 'react-router-dom';
import type { StreamRow, StreamsAnswer } from '../../../common/indices/data_streams/api';
import { useMay } from '../../shared/plugin_status';
import { EmptyState } from '../../shared/states';
import { Unanswered } from '../../shared/unanswered';
import { useToasts } from '../../shared/toasts';
import { useUrlState } from '../../shared/url_state';
import { useTemplates } from '../index_templates/template_queries';
import { Gaps, IndicesFrame } from '../indices_frame';
import { UrlTable } from '../parts/url_table';
import { CreateStream } from './create_stream';
import { streamColumns } from './stream_columns';
import { StreamFlyout } from './stream_flyout';
import { useStreamActs, useStreams } from './stream_queries';

const DEFAULTS = { search: '', sort: 'name', order: 'asc', page: 1, per_page: 20 };

const NotHere: React.FC = () => (
  <EmptyState
    iconType="indexOpen"
    title={i18n.translate('watchkeeper.streams.unsupportedTitle', {
      defaultMessage: 'This cluster has no data streams',
    })}
    body={
      <p>
        {i18n.translate('watchkeeper.streams.unsupportedText', {
          defaultMessage:
            'OpenSearch has them; of Elasticsearch 7.10 only the editions with X-Pack. Here an alias that is rolled over serves the same purpose.',
        })}
      </p>
    }
  />
);

const None: React.FC = () => (
  <EmptyState
    iconType="indexOpen"
    title={i18n.translate('watchkeeper.streams.emptyTitle', {
      defaultMessage: 'There is no data stream yet',
    })}
    body={
      <p>
        {i18n.translate('watchkeeper.streams.emptyText', {
          defaultMessage:
            'A data stream is written under one name, and is many indices behind it, of which only the newest is written to. It needs an index template that makes data streams.',
        })}
      </p>
    }
  />
);

const Streams: React.FC<{ all: StreamsAnswer }> = ({ all: { supported, streams } }) => {
  const [state, change] = useUrlState(DEFAULTS);
  if (!supported) return <NotHere />;
  if (streams.length === 0) return <None />;
  return (
    <UrlTable<StreamRow>
      rows={streams}
      keyField="name"
      columns={streamColumns(streams.some(({ policy }) => policy !== undefined))}
      textsOf={({ name, template = '', policy = '' }) => [name, template, policy]}
      state={state}
      onChange={change}
      searchLabel={i18n.translate('watchkeeper.streams.searchLabel', {
        defaultMessage: 'Search by name, template or policy',
      })}
      caption={i18n.translate('watchkeeper.streams.caption', {
        defaultMessage: 'Data streams with their sizes and templates',
      })}
      testSubj="streamsTable"
    />
  );
};

const Create: React.FC<{ onClose: () => void }> = ({ onClose }) => {
  const templates = useTemplates();
  const { create } = useStreamActs();
  const toasts = useToasts();
  if (!templates.data) return null;
  return (
    <CreateStream
      templates={templates.data.templates}
      onCreate={async (name) => {
        await create(name);
        toasts.success(
          i18n.translate('watchkeeper.streams.createdText', {
            defaultMessage: 'Created the data stream {name}',
            values: { name },
          })
        );
        onClose();
      }}
      onClose={onClose}
    />
  );
};

/** All data streams, and one of them beside the list. */
export const StreamsPage: React.FC = () => {
  const { name } = useParams<{ name?: string }>();
  const query = useStreams();
  const { data } = query;
  const [isCreating, setCreating] = useState(false);
  const history = useHistory();
  const mayWrite = useMay('write');
  const actions = [
    <EuiSmallButton
      key="create"
      fill
      iconType="plusInCircle"
      onClick={() => setCreating(true)}
      data-test-subj="createStream"
    >
      {i18n.translate('watchkeeper.streams.createTitle', { defaultMessage: 'Create data stream' })}
    </EuiSmallButton>,
  ];
  return (
    <IndicesFrame current="data_streams" actions={mayWrite && data?.supported ? actions : []}>
      {data && <Gaps gaps={data.gaps} />}
      <EuiPanel>
        <Unanswered
          query={query}
          errorTitle={i18n.translate('watchkeeper.streams.loadErrorTitle', {
            defaultMessage: 'The data streams could not be read',
          })}
        />
        {data && <Streams all={data} />}
      </EuiPanel>
      {name !== undefined && (
        <StreamFlyout
          key={name}
          name={name}
          onClose={() =>
            history.push({ pathname: '/data_streams', search: history.location.search })
          }
        />
      )}
      {isCreating && <Create onClose={() => setCreating(false)} />}
    </IndicesFrame>
  );
};
