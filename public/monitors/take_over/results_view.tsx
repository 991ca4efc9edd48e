import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable, EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { ImportResult } from '../../../common/import/api';
import { toApiError } from '../../shared/api_client';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { WideTable } from '../../shared/wide_table';
import { nameOf, outcomeLabel } from './row_words';

const Named: React.FC<{ result: ImportResult }> = ({ result }) => {
  const { id, kind } = result;
  if (id === undefined) return <>{nameOf(result)}</>;
  const to = kind === 'destination' ? appPaths.destination(id) : appPaths.monitor(id);
  return <PageLink to={to}>{nameOf(result)}</PageLink>;
};

const stateText = ({ kind, enabled }: ImportResult): string => {
  if (kind !== 'monitor' || enabled === undefined) return '';
  return enabled
    ? i18n.translate('watchkeeper.takeOver.runsHereText', { defaultMessage: 'Runs here' })
    : i18n.translate('watchkeeper.takeOver.disabledHereText', {
        defaultMessage: 'Disabled here',
      });
};

const originalText = ({ original_enabled: enabled }: ImportResult): string => {
  if (enabled === undefined) return '';
  return enabled
    ? i18n.translate('watchkeeper.takeOver.originalRunsText', {
        defaultMessage: 'The original runs',
      })
    : i18n.translate('watchkeeper.takeOver.originalDisabledText', {
        defaultMessage: 'The original is disabled',
      });
};

const columns = (): Array<EuiBasicTableColumn<ImportResult>> => [
  {
    name: i18n.translate('watchkeeper.takeOver.resultNameColumn', { defaultMessage: 'Name' }),
    render: (result: ImportResult) => <Named result={result} />,
    width: '30%',
  },
  {
    name: i18n.translate('watchkeeper.takeOver.outcomeColumn', { defaultMessage: 'Outcome' }),
    render: (result: ImportResult) => (
      <EuiText size="xs">
        {[outcomeLabel(result), stateText(result), originalText(result)]
          .filter((text) => text !== '')
          .map((text) => (
            <p key={text}>{text}</p>
          ))}
      </EuiText>
    ),
    width: '25%',
  },
  {
    name: i18n.translate('watchkeeper.takeOver.messagesColumn', {
      defaultMessage: 'Worth knowing',
    }),
    render: ({ messages }: ImportResult) => (
      <EuiText size="xs">
        {messages.map((message) => (
          <p key={message}>{message}</p>
        ))}
      </EuiText>
    ),
  },
];

const count = (results: readonly ImportResult[], refused: boolean): number =>
  results.filter(({ outcome }) => (outcome === 'refused') === refused).length;

/** What has become of those chosen. */
export const ResultsView: React.FC<{ results: ImportResult[]; error?: unknown }> = ({
  results,
  error,
}) => {
  const refused = count(results, true);
  return (
    <>
      <EuiCallOut
        size="s"
        color={refused > 0 || error ? 'warning' : 'success'}
        iconType={refused > 0 || error ? 'alert' : 'check'}
        role="status"
        title={i18n.translate('watchkeeper.takeOver.resultTitle', {
          defaultMessage:
            '{came, plural, =0 {Nothing was brought here} one {One was brought here} other {# were brought here}}{refused, plural, =0 {} one {, one was refused} other {, # were refused}}',
          values: { came: count(results, false), refused },
        })}
        data-test-subj="takeOverResult"
      >
        {error !== undefined && <p>{toApiError(error).message}</p>}
      </EuiCallOut>
      <EuiSpacer size="m" />
      <WideTable minWidth={640}>
        <EuiBasicTable<ImportResult>
          items={results}
          itemId="key"
          columns={columns()}
          tableCaption={i18n.translate('watchkeeper.takeOver.resultCaption', {
            defaultMessage: 'What has become of each',
          })}
          data-test-subj="importResults"
        />
      </WideTable>
    </>
  );
};
