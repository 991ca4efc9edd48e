import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedFormRow, EuiCompressedRadioGroup } from '@elastic/eui';
import { CodeEditor } from '../../shared/code_editor';
import type { Draft } from './draft';
import { FieldRow, SwitchRow, TextRow } from './task_field';
import type { Problems } from './task_field';

interface Props {
  draft: Draft;
  problems: Problems;
  onChange: (change: Partial<Draft>) => void;
}

const IntoChoice: React.FC<Props> = ({ draft, onChange }) => (
  <EuiCompressedFormRow
    fullWidth
    label={i18n.translate('watchkeeper.indexTasks.intoLabel', { defaultMessage: 'Copy into' })}
  >
    <EuiCompressedRadioGroup
      name="taskInto"
      options={[
        {
          id: 'taskIntoNew',
          label: i18n.translate('watchkeeper.indexTasks.intoNewLabel', {
            defaultMessage: 'A new index, made before',
          }),
        },
        {
          id: 'taskIntoExisting',
          label: i18n.translate('watchkeeper.indexTasks.intoExistingLabel', {
            defaultMessage: 'An index, alias or data stream that exists',
          }),
        },
      ]}
      idSelected={draft.into === 'new' ? 'taskIntoNew' : 'taskIntoExisting'}
      onChange={(id) => onChange({ into: id === 'taskIntoNew' ? 'new' : 'existing' })}
    />
  </EuiCompressedFormRow>
);

const NewIndexSwitches: React.FC<Props> = ({ draft, problems, onChange }) => (
  <>
    <SwitchRow
      field="copy_settings"
      label={i18n.translate('watchkeeper.indexTasks.copySettingsLabel', {
        defaultMessage: 'With the settings of the first index',
      })}
      problems={problems}
      checked={draft.copy_settings}
      onChange={(copy_settings) => onChange({ copy_settings })}
    />
    <SwitchRow
      field="copy_mappings"
      label={i18n.translate('watchkeeper.indexTasks.copyMappingLabel', {
        defaultMessage: 'With the mapping of the first index',
      })}
      help={i18n.translate('watchkeeper.indexTasks.copyMappingHelp', {
        defaultMessage: 'Without it, templates and the documents themselves make the mapping.',
      })}
      problems={problems}
      checked={draft.copy_mappings}
      onChange={(copy_mappings) => onChange({ copy_mappings })}
    />
  </>
);

const WhichDocuments: React.FC<Props> = ({ draft, problems, onChange }) => (
  <FieldRow
    field="query"
    label={i18n.translate('watchkeeper.indexTasks.queryLabel', {
      defaultMessage: 'Only documents that match (optional)',
    })}
    help={i18n.translate('watchkeeper.indexTasks.queryHelp', {
      defaultMessage: 'A query in JSON, as in a search. Empty: all documents.',
    })}
    problems={problems}
  >
    {() => (
      <CodeEditor
        language="json"
        value={draft.query}
        problems={problems.filter(({ field }) => field === 'query')}
        onChange={(query) => onChange({ query })}
        minHeight="60px"
        maxHeight="240px"
        placeholder={'{ "range": { "@timestamp": { "gte": "now-7d" } } }'}
        ariaLabel={i18n.translate('watchkeeper.indexTasks.queryAriaLabel', {
          defaultMessage: 'Query of the documents that are copied',
        })}
        data-test-subj="taskField-query"
      />
    )}
  </FieldRow>
);

/** What is copied, into what, and what becomes of ids that are there already. */
export const ReindexFields: React.FC<Props> = (props) => {
  const { draft, problems, onChange } = props;
  return (
    <>
      <IntoChoice {...props} />
      <TextRow
        field="target"
        label={i18n.translate('watchkeeper.indexTasks.intoNameLabel', { defaultMessage: 'Name' })}
        problems={problems}
        value={draft.target}
        onChange={(target) => onChange({ target })}
      />
      {draft.into === 'new' && <NewIndexSwitches {...props} />}
      <WhichDocuments {...props} />
      <TextRow
        field="pipeline"
        label={i18n.translate('watchkeeper.indexTasks.pipelineLabel', {
          defaultMessage: 'Ingest pipeline (optional)',
        })}
        problems={problems}
        value={draft.pipeline}
        onChange={(pipeline) => onChange({ pipeline })}
      />
      <SwitchRow
        field="create_only"
        label={i18n.translate('watchkeeper.indexTasks.createOnlyLabel', {
          defaultMessage: 'Only new ids',
        })}
        help={i18n.translate('watchkeeper.indexTasks.createOnlyHelp', {
          defaultMessage: 'Otherwise documents with the same id are overwritten.',
        })}
        problems={problems}
        checked={draft.create_only}
        onChange={(create_only) => onChange({ create_only })}
      />
      <SwitchRow
        field="conflicts"
        label={i18n.translate('watchkeeper.indexTasks.proceedLabel', {
          defaultMessage: 'Pass over conflicts',
        })}
        help={i18n.translate('watchkeeper.indexTasks.proceedHelp', {
          defaultMessage: 'Otherwise it ends at the first document that is there in another way.',
        })}
        problems={problems}
        checked={draft.proceed}
        onChange={(proceed) => onChange({ proceed })}
      />
      <SwitchRow
        field="sliced"
        label={i18n.translate('watchkeeper.indexTasks.slicedLabel', {
          defaultMessage: 'Several slices at the same time',
        })}
        help={i18n.translate('watchkeeper.indexTasks.slicedHelp', {
          defaultMessage: 'One for each shard: faster, and heavier for the cluster.',
        })}
        problems={problems}
        checked={draft.sliced}
        onChange={(sliced) => onChange({ sliced })}
      />
    </>
  );
};
