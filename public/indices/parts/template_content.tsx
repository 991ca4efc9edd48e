import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
} from '@elastic/eui';
import {
  USUAL_SETTINGS,
  settingIn,
  withSetting,
} from '../../../common/indices/index_templates/usual_settings';
import type { UsualSetting } from '../../../common/indices/index_templates/usual_settings';
import { isRecord } from '../../../common/json/record';
import { withoutMember } from '../../../common/json/without_member';
import { JsonField } from './json_field';

const settingLabel = (setting: UsualSetting): string => {
  switch (setting) {
    case 'number_of_shards':
      return i18n.translate('watchkeeper.indexTemplates.shardsLabel', {
        defaultMessage: 'Primary shards',
      });
    case 'number_of_replicas':
      return i18n.translate('watchkeeper.indexTemplates.replicasLabel', {
        defaultMessage: 'Replicas',
      });
    case 'refresh_interval':
      return i18n.translate('watchkeeper.indexTemplates.refreshIntervalLabel', {
        defaultMessage: 'Refresh interval',
      });
    default:
      return i18n.translate('watchkeeper.indexTemplates.rolloverAliasLabel', {
        defaultMessage: 'Rollover alias of policies',
      });
  }
};

const EXAMPLES: Readonly<Record<UsualSetting, string>> = {
  number_of_shards: '1',
  number_of_replicas: '1',
  refresh_interval: '1s',
  'plugins.index_state_management.rollover_alias': '',
};

/** What was typed as JSON and is none yet, by the part that it belongs to. */
export type Drafts = Readonly<Record<string, string>>;

export interface ContentProps {
  /** The member `template` of the document. */
  content: unknown;
  onChange: (content: Record<string, unknown>) => void;
  drafts: Drafts;
  onDraft: (part: string, text: string | undefined) => void;
}

const withPart = (content: unknown, part: string, value: unknown): Record<string, unknown> => {
  const before = isRecord(content) ? content : {};
  // In its place, so that the difference shows nothing else.
  return value === undefined ? withoutMember(before, part) : { ...before, [part]: value };
};

const partLabel = (part: 'settings' | 'mappings' | 'aliases'): string => {
  switch (part) {
    case 'settings':
      return i18n.translate('watchkeeper.indexTemplates.settingsJsonLabel', {
        defaultMessage: 'Settings as JSON',
      });
    case 'mappings':
      return i18n.translate('watchkeeper.indexTemplates.mappingJsonLabel', {
        defaultMessage: 'Mapping as JSON',
      });
    case 'aliases':
      return i18n.translate('watchkeeper.indexTemplates.aliasesJsonLabel', {
        defaultMessage: 'Aliases as JSON',
      });
  }
};

const partHelp = (part: 'settings' | 'mappings' | 'aliases'): string | undefined => {
  switch (part) {
    case 'settings':
      return i18n.translate('watchkeeper.indexTemplates.settingsHelpText', {
        defaultMessage: 'All of them; the fields above are a part of it.',
      });
    case 'mappings':
      return i18n.translate('watchkeeper.indexTemplates.mappingHelpText', {
        defaultMessage: 'For example {example}',
        values: { example: '{ "properties": { "level": { "type": "keyword" } } }' },
      });
    case 'aliases':
      return i18n.translate('watchkeeper.indexTemplates.aliasesHelpText', {
        defaultMessage: 'By name, for example {example}',
        values: { example: '{ "logs": {} }' },
      });
  }
};

/** What a template brings to an index: usual settings as fields, everything as JSON. */
export const TemplateContent: React.FC<ContentProps> = ({ content, onChange, drafts, onDraft }) => {
  const parts = isRecord(content) ? content : {};
  return (
    <>
      <EuiFlexGroup gutterSize="m" responsive={false} wrap>
        {USUAL_SETTINGS.map((setting) => (
          <EuiFlexItem key={setting} style={{ minWidth: 150 }}>
            <EuiCompressedFormRow fullWidth label={settingLabel(setting)}>
              <EuiCompressedFieldText
                fullWidth
                value={settingIn(parts.settings, setting)}
                placeholder={EXAMPLES[setting]}
                disabled={drafts.settings !== undefined}
                onChange={(event) => {
                  const settings = withSetting(parts.settings, setting, event.target.value.trim());
                  const isEmpty = Object.keys(settings).length === 0;
                  onChange(withPart(content, 'settings', isEmpty ? undefined : settings));
                }}
                data-test-subj={`setting-${setting}`}
              />
            </EuiCompressedFormRow>
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {(['settings', 'mappings', 'aliases'] as const).map((part) => (
        <JsonField
          key={part}
          label={partLabel(part)}
          helpText={partHelp(part)}
          value={parts[part]}
          draft={drafts[part]}
          onChange={(value) => onChange(withPart(content, part, value))}
          onDraft={(text) => onDraft(part, text)}
          mark={`json-${part}`}
        />
      ))}
    </>
  );
};
