import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutHeader,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { MonitorRecord, MonitorVersion } from '../../../common/monitors/api';
import { useMay } from '../../shared/plugin_status';
import { ErrorState, LoadingState } from '../../shared/states';
import { CompareVersions } from './compare_versions';
import type { Compared } from './compare_versions';
import { useRestore, useVersions } from './use_versions';
import { VersionsTable } from './versions_table';

const TITLE_ID = 'watchkeeperVersionsTitle';

/** A version beside the one before it. */
const changesOf = (versions: MonitorVersion[], at: number): Compared => ({
  before: (versions[at + 1] ?? versions[at]).id,
  after: versions[at].id,
});

const Versions: React.FC<{ record: MonitorRecord; versions: MonitorVersion[] }> = ({
  record,
  versions,
}) => {
  const [chosen, setChosen] = useState<Compared | null>(null);
  const mayWrite = useMay('write');
  const restore = useRestore(record);
  return (
    <>
      <VersionsTable
        versions={versions}
        mayRestore={mayWrite}
        onCompare={({ id }) =>
          setChosen(
            changesOf(
              versions,
              versions.findIndex((version) => version.id === id)
            )
          )
        }
        onRestore={(version) => void restore(version)}
      />
      <EuiSpacer size="m" />
      <CompareVersions
        versions={versions}
        compared={chosen ?? changesOf(versions, 0)}
        onChange={setChosen}
      />
    </>
  );
};

/** What the monitor was, who changed what and why, and the way back. */
export const VersionsFlyout: React.FC<{ record: MonitorRecord; onClose: () => void }> = ({
  record,
  onClose,
}) => {
  const { data, error, isLoading, refetch } = useVersions(record);
  return (
    <EuiFlyout
      onClose={onClose}
      size="l"
      ownFocus
      aria-labelledby={TITLE_ID}
      data-test-subj="versionsFlyout"
    >
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="s">
          <h2 id={TITLE_ID} className="eui-textBreakWord">
            {i18n.translate('watchkeeper.versions.title', {
              defaultMessage: 'Versions of “{name}”',
              values: { name: record.monitor.name },
            })}
          </h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        {isLoading && <LoadingState />}
        {data && data.length > 0 && <Versions record={record} versions={data} />}
        {data?.length === 0 && (
          <EuiText size="s" color="subdued">
            <p>
              {i18n.translate('watchkeeper.versions.noneText', {
                defaultMessage: 'No version has been kept yet: the next save keeps the first one.',
              })}
            </p>
          </EuiText>
        )}
        {!data && !isLoading && (
          <ErrorState
            title={i18n.translate('watchkeeper.versions.loadErrorTitle', {
              defaultMessage: 'The versions could not be loaded',
            })}
            error={error}
            onRetry={() => void refetch()}
          />
        )}
      </EuiFlyoutBody>
    </EuiFlyout>
  );
};
