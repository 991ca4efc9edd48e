import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import type { SimulatedTemplate } from '../../../common/indices/index_templates/api';
import { JsonBlock } from '../parts/json_block';

/** What an index would be made with, everything merged. */
export const SimulatedView: React.FC<{ simulated: SimulatedTemplate }> = ({ simulated }) => {
  const { settings, mappings, aliases } = simulated;
  const parts = [
    {
      mark: 'simulatedSettings',
      title: i18n.translate('watchkeeper.indexTemplates.settingsTitle', {
        defaultMessage: 'Settings',
      }),
      value: settings,
    },
    {
      mark: 'simulatedMapping',
      title: i18n.translate('watchkeeper.indexTemplates.mappingTitle', {
        defaultMessage: 'Mapping',
      }),
      value: mappings,
    },
    {
      mark: 'simulatedAliases',
      title: i18n.translate('watchkeeper.indexTemplates.aliasesTitle', {
        defaultMessage: 'Aliases',
      }),
      value: aliases,
    },
  ];
  return (
    <EuiFlexGroup gutterSize="m" wrap>
      {parts.map((part) => (
        <EuiFlexItem key={part.mark} style={{ minWidth: 260 }}>
          <JsonBlock {...part} />
        </EuiFlexItem>
      ))}
    </EuiFlexGroup>
  );
};
