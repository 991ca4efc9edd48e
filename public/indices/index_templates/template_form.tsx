import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSwitch, EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import type { FieldProblem } from '../../../common/errors';
import type { TemplateRow } from '../../../common/indices/index_templates/api';
import { textsIn } from '../../../common/indices/index_templates/read_template';
import { isRecord } from '../../../common/json/record';
import { DescriptionField, FormField, NumberField, faultsAt } from '../parts/document_fields';
import { OrderedNames } from '../parts/ordered_names';
import { TemplateContent } from '../parts/template_content';
import type { EditedDocument } from '../parts/use_document';
import { WordsInput } from '../parts/words_input';
import { Rivals } from './rivals';

const Patterns: React.FC<FormProps> = ({ document: { body, set }, problems }) => {
  const faults = faultsAt(problems, 'body.index_patterns');
  return (
    <FormField
      label={i18n.translate('watchkeeper.indexTemplates.patternsLabel', {
        defaultMessage: 'Index patterns',
      })}
      helpText={i18n.translate('watchkeeper.indexTemplates.patternsHelpText', {
        defaultMessage: 'Names of new indices; * stands for anything. Press Enter after each.',
      })}
      faults={faults}
    >
      <WordsInput
        words={textsIn(body.index_patterns)}
        onChange={(patterns) => set('index_patterns', patterns)}
        isInvalid={faults.length > 0}
        label={i18n.translate('watchkeeper.indexTemplates.patternsLabel', {
          defaultMessage: 'Index patterns',
        })}
        placeholder="logs-*"
        mark="template-patterns"
      />
    </FormField>
  );
};

const StreamSwitch: React.FC<FormProps> = ({ document: { body, set }, problems }) => (
  <FormField
    label={i18n.translate('watchkeeper.indexTemplates.makesLabel', { defaultMessage: 'It makes' })}
    helpText={i18n.translate('watchkeeper.indexTemplates.makesHelpText', {
      defaultMessage:
        'A data stream is written under one name, and rolls over from index to index; its documents need a time.',
    })}
    faults={faultsAt(problems, 'body.data_stream')}
  >
    <EuiCompressedSwitch
      label={i18n.translate('watchkeeper.indexTemplates.streamSwitchLabel', {
        defaultMessage: 'Data streams, instead of plain indices',
      })}
      checked={isRecord(body.data_stream)}
      onChange={(event) => set('data_stream', event.target.checked ? {} : undefined)}
      data-test-subj="template-data_stream"
    />
  </FormField>
);

const Components: React.FC<FormProps> = ({ document: { body, set }, components, problems }) => {
  const label = i18n.translate('watchkeeper.indexTemplates.composedLabel', {
    defaultMessage: 'Component templates, a later one over an earlier',
  });
  return (
    <FormField
      label={label}
      helpText={
        components.length === 0
          ? i18n.translate('watchkeeper.indexTemplates.noComponentsText', {
              defaultMessage: 'There is no component template yet.',
            })
          : i18n.translate('watchkeeper.indexTemplates.composedHelpText', {
              defaultMessage: 'What the template itself says below goes over all of them.',
            })
      }
      faults={faultsAt(problems, 'body.composed_of')}
    >
      <OrderedNames
        names={textsIn(body.composed_of)}
        onChange={(names) => set('composed_of', names)}
        known={components}
        label={label}
        addLabel={i18n.translate('watchkeeper.indexTemplates.addComponentLabel', {
          defaultMessage: 'Add a component template',
        })}
        mark="template-composed_of"
      />
    </FormField>
  );
};

export interface FormProps {
  name: string;
  document: EditedDocument;
  /** All templates and component templates that there are. */
  rows: readonly TemplateRow[];
  components: readonly string[];
  problems: readonly FieldProblem[];
}

/** An index template as a form. Members that it has no field for stay as they are. */
export const TemplateForm: React.FC<FormProps> = (props) => {
  const { document, problems } = props;
  const { body, set, drafts, onDraft } = document;
  return (
    <>
      <EuiFlexGroup gutterSize="m" responsive={false} wrap>
        <EuiFlexItem grow={3} style={{ minWidth: 280 }}>
          <Patterns {...props} />
        </EuiFlexItem>
        <EuiFlexItem style={{ minWidth: 120 }}>
          <NumberField
            document={document}
            member="priority"
            label={i18n.translate('watchkeeper.indexTemplates.priorityLabel', {
              defaultMessage: 'Priority',
            })}
            helpText={i18n.translate('watchkeeper.indexTemplates.priorityHelpText', {
              defaultMessage: 'The highest that matches wins.',
            })}
            faults={faultsAt(problems, 'body.priority')}
          />
        </EuiFlexItem>
        <EuiFlexItem style={{ minWidth: 120 }}>
          <NumberField
            document={document}
            member="version"
            label={i18n.translate('watchkeeper.indexTemplates.versionLabel', {
              defaultMessage: 'Version',
            })}
            helpText={i18n.translate('watchkeeper.indexTemplates.versionHelpText', {
              defaultMessage: 'Your own count; the cluster ignores it.',
            })}
            faults={faultsAt(problems, 'body.version')}
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <Rivals {...props} />
      <EuiSpacer size="m" />
      <EuiFlexGroup gutterSize="m" wrap>
        <EuiFlexItem style={{ minWidth: 280 }}>
          <StreamSwitch {...props} />
          <DescriptionField document={document} />
        </EuiFlexItem>
        <EuiFlexItem style={{ minWidth: 280 }}>
          <Components {...props} />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      <TemplateContent
        content={body.template}
        onChange={(content) =>
          set('template', Object.keys(content).length === 0 ? undefined : content)
        }
        drafts={drafts}
        onDraft={onDraft}
      />
    </>
  );
};
