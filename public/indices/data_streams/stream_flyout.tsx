import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBadge,
  EuiFlexGrid,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
  EuiSmallButton,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type {
  BackingIndex,
  StreamDetail,
  StreamRow,
} from '../../../common/indices/data_streams/api';
import { appPaths } from '../../shared/app_paths';
import { useConfirm } from '../../shared/confirm';
import { Fact } from '../../shared/fact';
import { PageLink } from '../../shared/links';
import { formatBytes, formatCount } from '../../shared/numbers';
import { useMay } from '../../shared/plugin_status';
import { ErrorState, LoadingState } from '../../shared/states';
import { Timestamp } from '../../shared/time';
import { useToasts } from '../../shared/toasts';
import { NamedDeleteDialog } from '../../shared/named_delete_dialog';
import { HealthBadge } from '../words';
import { streamLabel } from './stream_columns';
import { useStream, useStreamActs } from './stream_queries';

const Facts: React.FC<{ row: StreamRow }> = ({ row }) => (
  <EuiFlexGrid columns={2} gutterSize="m">
    <Fact title={streamLabel('status')}>
      <HealthBadge health={row.status} />
    </Fact>
    <Fact title={streamLabel('bytes')}>
      {row.bytes === undefined ? '–' : formatBytes(row.bytes)}
    </Fact>
    <Fact title={streamLabel('generation')}>{formatCount(row.generation)}</Fact>
    <Fact title={streamLabel('newest_at')}>
      <Timestamp value={row.newest_at} />
    </Fact>
    <Fact title={streamLabel('time_field')}>{row.time_field}</Fact>
    <Fact title={streamLabel('template')}>
      {row.template === undefined ? (
        '–'
      ) : (
        <PageLink to={appPaths.indexTemplate(row.template)}>{row.template}</PageLink>
      )}
    </Fact>
    {row.policy !== undefined && (
      <Fact title={streamLabel('policy')}>
        <PageLink to={appPaths.policy(row.policy)}>{row.policy}</PageLink>
      </Fact>
    )}
  </EuiFlexGrid>
);

const Backing: React.FC<{ indices: readonly BackingIndex[] }> = ({ indices }) => (
  <>
    <EuiTitle size="xxs">
      <h3>
        {i18n.translate('watchkeeper.streams.backingTitle', {
          defaultMessage: 'Indices behind it, the newest first',
        })}
      </h3>
    </EuiTitle>
    <EuiSpacer size="xs" />
    <EuiText size="s">
      <ul data-test-subj="backingIndices">
        {indices.map(({ name, is_write_index: writes }) => (
          <li key={name} className="eui-textBreakWord">
            <PageLink to={appPaths.index(name)} data-test-subj="backingLink">
              {name}
            </PageLink>{' '}
            {writes && (
              <EuiBadge color="hollow">
                {i18n.translate('watchkeeper.streams.writtenLabel', {
                  defaultMessage: 'written to',
                })}
              </EuiBadge>
            )}
          </li>
        ))}
      </ul>
    </EuiText>
  </>
);

const DeleteStream: React.FC<{
  detail: StreamDetail;
  onClose: () => void;
  onDeleted: () => void;
}> = ({ detail: { row, indices }, onClose, onDeleted }) => {
  const { remove } = useStreamActs();
  return (
    <NamedDeleteDialog
      title={i18n.translate('watchkeeper.streams.deleteTitle', {
        defaultMessage: 'Delete the data stream “{name}”?',
        values: { name: row.name },
      })}
      word={row.name}
      onDelete={(typed) => remove(row.name, typed)}
      onClose={onClose}
      onDeleted={onDeleted}
    >
      <p>
        {i18n.translate('watchkeeper.streams.deleteText', {
          defaultMessage:
            '{count, plural, one {The index} other {All # indices}} behind it {count, plural, one {goes} other {go}} with it ({bytes}). Only a snapshot brings the documents back.',
          values: {
            count: indices.length,
            bytes: row.bytes === undefined ? '?' : formatBytes(row.bytes),
          },
        })}
      </p>
      <ul>
        {indices.slice(0, 10).map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
        {indices.length > 10 && <li>…</li>}
      </ul>
    </NamedDeleteDialog>
  );
};

const RollOver: React.FC<{ name: string }> = ({ name }) => {
  const [isBusy, setBusy] = useState(false);
  const { rollOver } = useStreamActs();
  const confirm = useConfirm();
  const toasts = useToasts();
  const run = async () => {
    const label = i18n.translate('watchkeeper.streams.rollOverLabel', {
      defaultMessage: 'Roll over',
    });
    const isSure = await confirm({
      title: i18n.translate('watchkeeper.streams.rollOverTitle', {
        defaultMessage: 'Roll over “{name}”?',
        values: { name },
      }),
      text: i18n.translate('watchkeeper.streams.rollOverText', {
        defaultMessage:
          'A new index is begun behind it and written to from then on. What was written so far stays where it is.',
      }),
      confirmLabel: label,
    });
    if (!isSure) return;
    setBusy(true);
    try {
      const { new_index: index } = await rollOver(name);
      toasts.success(
        i18n.translate('watchkeeper.streams.rolledOverText', {
          defaultMessage: 'Rolled over: {index} is written to now',
          values: { index },
        })
      );
    } catch (error) {
      toasts.failure(
        i18n.translate('watchkeeper.streams.rollOverErrorTitle', {
          defaultMessage: 'It was not rolled over',
        }),
        error
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <EuiSmallButton fill isLoading={isBusy} onClick={() => void run()} data-test-subj="rollOver">
      {i18n.translate('watchkeeper.streams.rollOverLabel', { defaultMessage: 'Roll over' })}
    </EuiSmallButton>
  );
};

/** One data stream beside the list: what stands behind it, and what can be done to it. */
export const StreamFlyout: React.FC<{ name: string; onClose: () => void }> = ({
  name,
  onClose,
}) => {
  const { data, error, isLoading, refetch } = useStream(name);
  const [isDeleting, setDeleting] = useState(false);
  const mayWrite = useMay('write');
  return (
    <EuiFlyout onClose={onClose} size="m" aria-label={name} data-test-subj="streamFlyout">
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="s">
          <h2 className="eui-textBreakWord">{name}</h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        {isLoading && <LoadingState />}
        {!data && error && (
          <ErrorState
            title={i18n.translate('watchkeeper.streams.loadOneErrorTitle', {
              defaultMessage: 'The data stream could not be read',
            })}
            error={error}
            onRetry={() => void refetch()}
          />
        )}
        {data && (
          <>
            <Facts row={data.row} />
            <EuiSpacer size="l" />
            <Backing indices={data.indices} />
            <EuiSpacer size="m" />
            <EuiText size="s">
              <PageLink to={appPaths.policyOfName(name)}>
                {i18n.translate('watchkeeper.indexTemplates.whichPolicyLabel', {
                  defaultMessage: 'Which index policy takes it in',
                })}
              </PageLink>
            </EuiText>
          </>
        )}
      </EuiFlyoutBody>
      {data && mayWrite && (
        <EuiFlyoutFooter>
          <EuiFlexGroup justifyContent="spaceBetween" responsive={false}>
            <EuiFlexItem grow={false}>
              <EuiSmallButton
                color="danger"
                onClick={() => setDeleting(true)}
                data-test-subj="deleteStream"
              >
                {i18n.translate('watchkeeper.indexTemplates.deleteLabel', {
                  defaultMessage: 'Delete',
                })}
              </EuiSmallButton>
            </EuiFlexItem>
            <EuiFlexItem grow={false}>
              <RollOver name={name} />
            </EuiFlexItem>
          </EuiFlexGroup>
        </EuiFlyoutFooter>
      )}
      {data && isDeleting && (
        <DeleteStream detail={data} onClose={() => setDeleting(false)} onDeleted={onClose} />
      )}
    </EuiFlyout>
  );
};
