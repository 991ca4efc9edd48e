import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBadge,
  EuiCodeBlock,
  EuiFlexGrid,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { useParams } from 'react-router-dom';
import type { IndexDetail } from '../../../common/indices/indices_api';
import type { IndexAlias, IndexRow } from '../../../common/indices/rows/index_row';
import { appPaths } from '../../shared/app_paths';
import { Fact } from '../../shared/fact';
import { useGoTo } from '../../shared/links';
import { formatBytes, formatCount } from '../../shared/numbers';
import { PageFrame } from '../../shared/page_frame';
import { ErrorState, LoadingState } from '../../shared/states';
import { Timestamp, useTime } from '../../shared/time';
import { ActFailures, IndexActions } from '../actions/index_actions';
import type { Failures } from '../actions/index_actions';
import { useFreshListing, useIndex } from '../index_queries';
import { indicesTitle } from '../indices_frame';
import { HealthBadge, columnLabel, shardsText, statusLabel } from '../words';

const Age: React.FC<{ at: number }> = ({ at }) => {
  const { relative } = useTime();
  return (
    <>
      <Timestamp value={at} /> ({relative(at)})
    </>
  );
};

const Facts: React.FC<{ row: IndexRow }> = ({ row }) => (
  <EuiFlexGrid columns={4} gutterSize="m">
    <Fact title={columnLabel('health')} data-test-subj="indexHealth">
      <HealthBadge health={row.health} />
    </Fact>
    <Fact title={columnLabel('status')} data-test-subj="indexStatus">
      {statusLabel(row.status)}
    </Fact>
    <Fact title={columnLabel('docs')}>{row.docs === undefined ? '–' : formatCount(row.docs)}</Fact>
    <Fact
      title={i18n.translate('watchkeeper.indices.deletedDocsLabel', {
        defaultMessage: 'Deleted documents',
      })}
    >
      {row.deleted === undefined ? '–' : formatCount(row.deleted)}
    </Fact>
    <Fact title={columnLabel('bytes')}>
      {row.bytes === undefined ? '–' : formatBytes(row.bytes)}
    </Fact>
    <Fact title={columnLabel('primary_bytes')}>
      {row.primary_bytes === undefined ? '–' : formatBytes(row.primary_bytes)}
    </Fact>
    <Fact title={columnLabel('shards')}>{shardsText(row)}</Fact>
    <Fact title={columnLabel('created_at')}>
      <Age at={row.created_at} />
    </Fact>
    {row.data_stream !== undefined && (
      <Fact title={columnLabel('data_stream')}>{row.data_stream}</Fact>
    )}
    <Fact title={i18n.translate('watchkeeper.indices.uuidLabel', { defaultMessage: 'UUID' })}>
      {row.uuid}
    </Fact>
  </EuiFlexGrid>
);

const Section: React.FC<{ title: string }> = ({ title, children }) => (
  <>
    <EuiPanel>
      <EuiTitle size="xs">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      {children}
    </EuiPanel>
    <EuiSpacer size="m" />
  </>
);

const aliasText = ({ name, is_write_index: isWritten }: IndexAlias): string =>
  isWritten
    ? i18n.translate('watchkeeper.indices.writtenAliasLabel', {
        defaultMessage: '{name} (written through this index)',
        values: { name },
      })
    : name;

const Aliases: React.FC<{ aliases: readonly IndexAlias[] }> = ({ aliases }) =>
  aliases.length === 0 ? (
    <EuiText size="s" color="subdued">
      {i18n.translate('watchkeeper.indices.noAliasesText', { defaultMessage: 'None' })}
    </EuiText>
  ) : (
    <EuiFlexGroup gutterSize="xs" responsive={false} wrap data-test-subj="indexAliases">
      {aliases.map((alias) => (
        <EuiFlexItem grow={false} key={alias.name}>
          <EuiBadge color="hollow">{aliasText(alias)}</EuiBadge>
        </EuiFlexItem>
      ))}
    </EuiFlexGroup>
  );

const Json: React.FC<{ value: unknown; 'data-test-subj': string }> = ({ value, ...rest }) => (
  // Without colours: those that the library gives to JSON have too little contrast here.
  <EuiCodeBlock fontSize="s" paddingSize="s" overflowHeight={400} isCopyable {...rest}>
    {JSON.stringify(value, null, 2)}
  </EuiCodeBlock>
);

const Detail: React.FC<{ detail: IndexDetail }> = ({ detail: { row, settings, mappings } }) => (
  <>
    <Section
      title={i18n.translate('watchkeeper.indices.overviewTitle', { defaultMessage: 'Overview' })}
    >
      <Facts row={row} />
    </Section>
    <Section
      title={i18n.translate('watchkeeper.indices.aliasesTitle', { defaultMessage: 'Aliases' })}
    >
      <Aliases aliases={row.aliases} />
    </Section>
    <Section
      title={i18n.translate('watchkeeper.indices.settingsTitle', { defaultMessage: 'Settings' })}
    >
      <Json value={settings} data-test-subj="indexSettings" />
    </Section>
    <Section
      title={i18n.translate('watchkeeper.indices.mappingTitle', { defaultMessage: 'Mapping' })}
    >
      <Json value={mappings} data-test-subj="indexMapping" />
    </Section>
  </>
);

/** One index: what it is, how it is made, and what can be done to it. */
export const IndexPage: React.FC = () => {
  const { name } = useParams<{ name: string }>();
  const { data, error, isLoading, refetch } = useIndex(name);
  const [failures, setFailures] = useState<Failures>([]);
  const goTo = useGoTo();
  const readAnew = useFreshListing();
  return (
    <PageFrame
      title={name}
      crumbs={[{ text: indicesTitle(), to: appPaths.indices() }, { text: name }]}
      actions={
        data && [
          <IndexActions
            key="actions"
            indices={[name]}
            onDone={(verb, { done, failed }) => {
              setFailures(failed);
              void readAnew();
              if (verb === 'delete' && done.length > 0) goTo(appPaths.indices());
              else void refetch();
            }}
          />,
        ]
      }
    >
      <ActFailures failures={failures} onClear={() => setFailures([])} />
      {isLoading && <LoadingState />}
      {data && <Detail detail={data} />}
      {!data && error !== null && (
        <ErrorState
          title={i18n.translate('watchkeeper.indices.loadIndexErrorTitle', {
            defaultMessage: 'The index could not be read',
          })}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
    </PageFrame>
  );
};
