import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiText, EuiTitle } from '@elastic/eui';
import type { FlatSettings } from '../../../common/indices/page/settings';
import { settingsOfKind } from '../../../common/indices/page/settings';

const List: React.FC<{ title: string; why: string; settings: FlatSettings; testSubj: string }> = ({
  title,
  why,
  settings,
  testSubj,
}) =>
  Object.keys(settings).length === 0 ? null : (
    <div data-test-subj={testSubj}>
      <EuiTitle size="xxs">
        <h3>{title}</h3>
      </EuiTitle>
      <EuiText size="s">
        <p>{why}</p>
        <ul className="eui-textBreakWord">
          {Object.entries(settings).map(([name, value]) => (
            <li key={name}>
              <code>{name}</code>: {Array.isArray(value) ? value.join(', ') : value}
            </li>
          ))}
        </ul>
      </EuiText>
    </div>
  );

/** What cannot be changed as things are, each with the reason. */
export const FixedSettings: React.FC<{ settings: FlatSettings; isOpen: boolean }> = ({
  settings,
  isOpen,
}) => (
  <>
    <List
      title={i18n.translate('watchkeeper.indices.finalSettingsTitle', {
        defaultMessage: 'Fixed when the index was made',
      })}
      why={i18n.translate('watchkeeper.indices.finalSettingsText', {
        defaultMessage:
          'Documents are stored by them. To have others, make a new index with them and reindex, shrink or split into it.',
      })}
      settings={settingsOfKind(settings, 'final')}
      testSubj="finalSettings"
    />
    {isOpen && (
      <List
        title={i18n.translate('watchkeeper.indices.closedSettingsTitle', {
          defaultMessage: 'Only while the index is closed',
        })}
        why={i18n.translate('watchkeeper.indices.closedSettingsText', {
          defaultMessage: 'Close the index, change them here, and open it again.',
        })}
        settings={settingsOfKind(settings, 'closed')}
        testSubj="closedSettings"
      />
    )}
  </>
);
