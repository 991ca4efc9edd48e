import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFormRow,
  EuiCompressedSelect,
  EuiCompressedSwitch,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { MonitorVersion } from '../../../common/monitors/api';
import { DiffView } from '../../shared/diff_view';
import { useTime } from '../../shared/time';
import { versionText } from './version_text';

/** Ids of the two that are compared. */
export interface Compared {
  before: string;
  after: string;
}

const Choice: React.FC<{
  label: string;
  versions: MonitorVersion[];
  value: string;
  onChange: (id: string) => void;
  subject: string;
}> = ({ label, versions, value, onChange, subject }) => {
  const { format } = useTime();
  const textOf = ({ at, author, note }: MonitorVersion): string =>
    [format(at), author, note].filter(Boolean).join(' · ');
  return (
    <EuiCompressedFormRow label={label} fullWidth>
      <EuiCompressedSelect
        fullWidth
        options={versions.map((version) => ({ value: version.id, text: textOf(version) }))}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        data-test-subj={subject}
      />
    </EuiCompressedFormRow>
  );
};

/** Any two versions, line by line. */
export const CompareVersions: React.FC<{
  versions: MonitorVersion[];
  compared: Compared;
  onChange: (compared: Compared) => void;
}> = ({ versions, compared, onChange }) => {
  const [foldUnchanged, setFoldUnchanged] = useState(true);
  const before = versions.find(({ id }) => id === compared.before);
  const after = versions.find(({ id }) => id === compared.after);
  const beforeLabel = i18n.translate('watchkeeper.versions.beforeLabel', {
    defaultMessage: 'Compare',
  });
  const afterLabel = i18n.translate('watchkeeper.versions.afterLabel', { defaultMessage: 'with' });
  const [left, right] = [before, after].map((version) => version && versionText(version.monitor));
  return (
    <>
      <EuiFlexGroup gutterSize="m" responsive={false}>
        <EuiFlexItem>
          <Choice
            label={beforeLabel}
            versions={versions}
            value={compared.before}
            onChange={(id) => onChange({ ...compared, before: id })}
            subject="compareBefore"
          />
        </EuiFlexItem>
        <EuiFlexItem>
          <Choice
            label={afterLabel}
            versions={versions}
            value={compared.after}
            onChange={(id) => onChange({ ...compared, after: id })}
            subject="compareAfter"
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {left !== undefined && left === right ? (
        <EuiText size="s" color="subdued" data-test-subj="sameVersions">
          <p>
            {i18n.translate('watchkeeper.versions.sameText', {
              defaultMessage: 'These two are the same.',
            })}
          </p>
        </EuiText>
      ) : (
        left !== undefined &&
        right !== undefined && (
          <>
            <EuiCompressedSwitch
              label={i18n.translate('watchkeeper.versions.showAllLabel', {
                defaultMessage: 'Show unchanged lines',
              })}
              checked={!foldUnchanged}
              onChange={(event) => setFoldUnchanged(!event.target.checked)}
              data-test-subj="showUnchanged"
            />
            <EuiSpacer size="s" />
            <DiffView
              before={left}
              after={right}
              beforeLabel={beforeLabel}
              afterLabel={afterLabel}
              foldUnchanged={foldUnchanged}
            />
          </>
        )
      )}
    </>
  );
};
