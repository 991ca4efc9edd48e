import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFormRow,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSmallButton,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { JsonObject } from '../../../common/json/record';
import type { PolicyVersion } from '../../../common/lifecycle/api';
import { canonicalText } from '../../../common/lifecycle/policy/canonical';
import { DiffView } from '../../shared/diff_view';
import { LoadingState } from '../../shared/states';
import { useTime } from '../../shared/time';
import { textOfPolicy } from '../document/policy_text';
import { useVersions } from '../policy_queries';

const bodyOfVersion = ({ body }: PolicyVersion): JsonObject => body as JsonObject;

const NoVersions: React.FC<{ reason?: string }> = ({ reason }) => (
  <EuiText size="s" color="subdued" data-test-subj="noVersions">
    <p>
      {reason ??
        i18n.translate('watchkeeper.lifecycle.versions.noneText', {
          defaultMessage: 'There is no earlier version: they are kept from the next save on.',
        })}
    </p>
  </EuiText>
);

/** Earlier versions, each beside what is being edited, to be put in its place. */
export const VersionsView: React.FC<{
  id: string;
  body: JsonObject;
  onRestore: (text: string) => void;
}> = ({ id, body, onRestore }) => {
  const versions = useVersions(id, true);
  const [chosen, setChosen] = useState<string>();
  const { format } = useTime();
  if (versions.isLoading) return <LoadingState />;
  if (versions.error) return <NoVersions reason={versions.error.message} />;
  const list = versions.data ?? [];
  const version = list.find(({ version_id: each }) => each === chosen) ?? list.at(0);
  if (!version) return <NoVersions />;
  const [before, after] = [canonicalText(bodyOfVersion(version)), canonicalText(body)];
  return (
    <>
      <EuiFlexGroup gutterSize="s" responsive={false} alignItems="flexEnd">
        <EuiFlexItem>
          <EuiCompressedFormRow
            fullWidth
            label={i18n.translate('watchkeeper.lifecycle.versions.versionLabel', {
              defaultMessage: 'Version',
            })}
          >
            <EuiCompressedSelect
              fullWidth
              options={list.map(({ version_id: value, at, by, note }) => ({
                value,
                text: [format(at), by, note].filter(Boolean).join(' · '),
              }))}
              value={version.version_id}
              onChange={(event) => setChosen(event.target.value)}
              data-test-subj="chooseVersion"
            />
          </EuiCompressedFormRow>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiSmallButton
            isDisabled={before === after}
            onClick={() => onRestore(textOfPolicy(bodyOfVersion(version)))}
            data-test-subj="restoreVersion"
          >
            {i18n.translate('watchkeeper.lifecycle.versions.restoreLabel', {
              defaultMessage: 'Put it in the editor',
            })}
          </EuiSmallButton>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {before === after ? (
        <EuiText size="s" color="subdued">
          <p>
            {i18n.translate('watchkeeper.lifecycle.versions.sameText', {
              defaultMessage: 'It says the same as what is in the editor.',
            })}
          </p>
        </EuiText>
      ) : (
        <DiffView
          before={before}
          after={after}
          beforeLabel={format(version.at)}
          afterLabel={i18n.translate('watchkeeper.lifecycle.versions.nowLabel', {
            defaultMessage: 'In the editor',
          })}
          foldUnchanged
        />
      )}
    </>
  );
};
