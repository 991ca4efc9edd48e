import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import { appPaths } from '../shared/app_paths';
import { useLinkTo } from '../shared/links';
import { PageFrame } from '../shared/page_frame';

export const indicesTitle = (): string =>
  i18n.translate('watchkeeper.indices.title', { defaultMessage: 'Indices' });

export const familiesTitle = (): string =>
  i18n.translate('watchkeeper.indices.familiesTitle', { defaultMessage: 'Families' });

/** The frame of the table and of the families, with the way from one to the other. */
export const IndicesFrame: React.FC<{ current: 'table' | 'families'; actions?: ReactNode[] }> = ({
  current,
  actions,
  children,
}) => {
  const linkTo = useLinkTo();
  const isTable = current === 'table';
  return (
    <PageFrame
      title={indicesTitle()}
      crumbs={
        isTable
          ? [{ text: indicesTitle() }]
          : [{ text: indicesTitle(), to: appPaths.indices() }, { text: familiesTitle() }]
      }
      description={i18n.translate('watchkeeper.indices.description', {
        defaultMessage:
          'The indices of the cluster that you may see, and what can be done to them.',
      })}
      actions={actions}
    >
      <EuiTabs size="s">
        <EuiTab
          isSelected={isTable}
          {...linkTo(appPaths.indices())}
          data-test-subj="indicesTab-table"
        >
          {i18n.translate('watchkeeper.indices.allTab', { defaultMessage: 'All indices' })}
        </EuiTab>
        <EuiTab
          isSelected={!isTable}
          {...linkTo(appPaths.indexFamilies())}
          data-test-subj="indicesTab-families"
        >
          {familiesTitle()}
        </EuiTab>
      </EuiTabs>
      <EuiSpacer size="m" />
      {children}
    </PageFrame>
  );
};

/** What could not be read, so that nobody takes a missing alias for one that does not exist. */
export const Gaps: React.FC<{ gaps: readonly string[] }> = ({ gaps }) =>
  gaps.length === 0 ? null : (
    <>
      <EuiCallOut
        size="s"
        color="warning"
        iconType="alert"
        title={i18n.translate('watchkeeper.indices.gapsTitle', {
          defaultMessage: 'Not everything could be read',
        })}
        data-test-subj="indicesGaps"
      >
        {gaps.map((gap) => (
          <p key={gap}>{gap}</p>
        ))}
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
